// What the screens take from the server.
import type { Schema } from '../../ui/api'

/** User is somebody who is kept, so he has an id. */
export type User = Schema['User'] & { id: string }
export type Issued = Schema['UserIssued']
export type Body = Pick<User, 'login' | 'name' | 'roles' | 'boss' | 'owner' | 'active'>

/** roles in the order of how many people have them, with the administrator last. */
export const roles = ['rep', 'key_account_manager', 'sales_manager', 'director', 'operations', 'finance', 'service', 'privacy', 'admin'] as const

/** machineRoles are those that a service account can have: none that want a second factor. */
export const machineRoles = roles.filter((role) => !['director', 'finance', 'admin'].includes(role))
