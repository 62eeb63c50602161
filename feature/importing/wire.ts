// What the screens take from the server.
import type { Schema } from '../../ui/api'

export type Import = Omit<Schema['ImportingImport'], 'check'> & { check?: Report }
export type Settings = Schema['ImportingSettings']
export type Column = Schema['ImportingColumn']
export type Report = Schema['ImportingReport']
export type Written = Schema['ImportingWritten']
export type Rejection = Schema['ImportingRejection']
export type Profile = Schema['ImportingProfile']
export type Left = Schema['ImportingLeft']
export type State = Import['state']
export type Kind = Settings['kind']
