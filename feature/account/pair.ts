// Two accounts that may be one: which values are left when one is taken into the other; no React, no server.
import type { Schema } from '../../ui/api'

export type Pair = Schema['AccountDuplicate']
export type Side = Schema['AccountRow']

/** choosable are the fields of which either value can be kept, in the order in which people compare. */
export const choosable = ['name', 'uscc', 'short_name', 'phone', 'region', 'city', 'industry', 'ownership', 'owner', 'source', 'status', 'opened_on'] as const
export type Choosable = (typeof choosable)[number]

/** compared are the fields that at least one of the two has. */
export const compared = (one: Side, other: Side) => choosable.filter((field) => one[field] || other[field])

/** kept is which of the two values stays, as the server decides it: the one that was chosen, else the one of the account that stays, else the only one. */
export function kept(field: Choosable, stays: Side, goes: Side, take: readonly string[]): Side {
  return goes[field] && (take.includes(field) || !stays[field]) ? goes : stays
}

/** better proposes which account stays: the one with more sales, else the one with a credit code, else the older. */
export function better([older, newer]: readonly [Side, Side]): Side {
  const sales = (side: Side) => side.figures?.sales_minor ?? 0
  if (sales(older) !== sales(newer)) return sales(newer) > sales(older) ? newer : older
  return !older.uscc && newer.uscc ? newer : older
}
