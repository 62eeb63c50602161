// How hours are written, and how hot a load is.
import { type Figures, missing } from '../../ui/figures'
import type { State } from '../../ui/theme'

/** hours are told whole; a few by their tenths. */
export function hours(figures: Figures, said: string | null | undefined) {
  if (said == null) return missing
  const n = Number(said)
  return Number.isInteger(n) || Math.abs(n) >= 100 ? figures.count(Math.round(n)) : figures.decimal(n)
}

/** loadOf is the part of somebody's hours that is asked for. */
export const loadOf = (asked: string, capacity: string) => (Number(capacity) > 0 ? Number(asked) / Number(capacity) : Number(asked) > 0 ? Infinity : 0)

/** heat tells too much from enough, and enough from little. */
export const heat = (load: number): State => (load > 1.2 ? 'blocked' : load > 1 ? 'ask' : load < 0.5 ? 'info' : 'ok')

export const tiers = ['MAJOR', 'NAMED', 'NONNAMED', 'MASS'] as const
