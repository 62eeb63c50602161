// What state a method is in, and how a list of methods is narrowed.
import type { Listed } from './wire'

export const states = ['force', 'draft', 'own', 'off'] as const
export type State = (typeof states)[number]

/** stateOf is the one thing about a method that its mark says: work in progress before everything else. */
export function stateOf({ draft, confidence, used }: Pick<Listed, 'draft' | 'confidence' | 'used'>): State {
  if (draft) return 'draft'
  if (!used?.length) return 'off'
  return confidence === 'low' ? 'own' : 'force'
}

export interface Narrowed {
  id: string
  name: string
  group: string
  state: State
}

/** narrow keeps the methods whose id or name has the words, in one of the states if one is chosen. */
export function narrow(all: Narrowed[], words: string, state: string) {
  const wanted = words.trim().toLowerCase()
  return all.filter((m) => (!state || m.state === state) && `${m.id} ${m.name}`.toLowerCase().includes(wanted))
}

/** chapters puts methods under their chapters, each where its first method comes. */
export function chapters(all: Narrowed[]) {
  const found = new Map<string, Narrowed[]>()
  for (const m of all) found.set(m.group, [...(found.get(m.group) ?? []), m])
  return [...found].map(([group, methods]) => ({ group, methods }))
}

/** tally counts the methods in each state. */
export const tally = (all: Narrowed[]) => states.map((state) => ({ state, count: all.filter((m) => m.state === state).length }))
