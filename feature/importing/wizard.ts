// The course of an import as the screens see it; no React, no server.
import type { Kind, State } from './wire'

export const kinds: Kind[] = ['orders', 'accounts', 'contacts', 'products', 'invoices', 'receipts', 'costs', 'rates', 'opportunities']

/** steps are what the head of the wizard names. */
export const steps = ['upload', 'recognise', 'preview', 'import', 'report'] as const

/** stepOf is where an import stands; without one, the file is still to come. */
export function stepOf(state: State | undefined) {
  if (!state) return 0
  const at: Record<State, number> = { draft: 1, checking: 2, checked: 2, booking: 3, published: 4, cancelled: 4, failed: 4, undone: 4 }
  return at[state]
}

/** isWorking tells whether a job is at it. */
export const isWorking = (state: State) => state === 'checking' || state === 'booking'

export interface Counts {
  rows: number
  inserted: number
  updated: number
  duplicates: number
  rejected: number
}

/** firstTroubles mixes the reasons, so that each is seen before any is repeated. */
export function firstTroubles<T extends { row: number }>({ reasons }: { reasons: { first: T[] }[] }, most = 6): T[] {
  const rounds = Math.max(0, ...reasons.map((r) => r.first.length))
  const mixed = Array.from({ length: rounds }, (_, i) => reasons.flatMap((r) => r.first[i] ?? []))
  return mixed.flat().slice(0, most).sort((a, b) => a.row - b.row)
}

/** written is how many rows an import changes. */
export const written = (counts: Counts) => counts.inserted + counts.updated

/** call names the last button by what it will do: key and figures of its sentence. */
export function call(counts: Counts): { key: string; off: boolean } {
  if (written(counts) === 0) return { key: 'importing.call_none', off: true }
  return { key: counts.rejected ? 'importing.call_leave' : 'importing.call', off: false }
}

/** Matching says for each field which column fills it. */
export type Matching = Record<string, string>

/** match gives a column a field, or none; a field has one column, a column one field. */
export function match(now: Matching, column: string, field: string | undefined): Matching {
  const rest = Object.entries(now).filter(([f, c]) => c !== column && f !== field)
  return Object.fromEntries(field ? [...rest, [field, column]] : rest)
}

/** matchingOf reads it from what was found out about the columns. */
export function matchingOf(columns: { name: string; field: string }[]): Matching {
  return Object.fromEntries(columns.filter((c) => c.field).map((c) => [c.field, c.name]))
}

/** asksTax tells whether it is unclear what an amount holds: orders name net and gross by their headings, a price does not. */
export function asksTax(kind: Kind, now: Matching) {
  return kind === 'orders' && Boolean(now.amount || now.price) && !now.amount_gross
}

/** lacking are the needs that no column meets: each is one field, or any one of several. */
export function lacking(now: Matching, needs: string[][]) {
  return needs.filter((any) => !any.some((field) => now[field]))
}

/** undoable is how long a published import can still be taken back, in hours, rounded down; 0 when it cannot. */
export function undoable(publishedAt: number, now = new Date()) {
  if (!publishedAt) return 0
  const left = publishedAt / 1000 + 24 * 3600_000 - now.getTime()
  return Math.max(0, Math.ceil(left / 3600_000))
}

/** shape is the sign that stands for a state. */
export function shape(state: State) {
  const shapes = { published: 'ok', failed: 'blocked', cancelled: 'ask', undone: 'ask', draft: 'info', checking: 'info', checked: 'info', booking: 'info' } as const
  return shapes[state]
}

/** size writes how big a file is. */
export function size(bytes: number) {
  if (bytes < 1 << 10) return `${bytes} B`
  if (bytes < 1 << 20) return `${Math.round(bytes / (1 << 10))} kB`
  return `${(bytes / (1 << 20)).toFixed(1)} MB`
}
