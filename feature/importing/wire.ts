// What the screens take from the server.
import type { Schema } from '../../ui/api'

export type Import = Omit<Schema['ImportingImport'], 'check'> & { check?: Report }
export type Settings = Schema['ImportingSettings']
export type Column = Schema['ImportingColumn']
export type Report = Schema['ImportingReport'] & { sample?: Written[] }
export type Rejection = Schema['ImportingRejection']
export type Profile = Schema['ImportingProfile']
export type Left = Schema['ImportingLeft']
export type State = Import['state']
export type Kind = Settings['kind']

/** Written is a row as it would stand, with what it replaces; the panel is left out while the server sends none. */
export interface Written {
  row: number
  result: 'inserted' | 'updated' | 'duplicates'
  cells: { field: string; value: string; was?: string }[]
}
