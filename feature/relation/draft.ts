// What was changed on a map and is not saved yet: one change after the other, so
// that each can be taken back; together they are one request.
import { type Field, judgedAs, type Kind, type Line, type People, type Person, valueOf } from './map'

export type Change =
  | { does: 'move'; contact: string; reports: string }
  | { does: 'place'; contact: string; x: number; y: number }
  | { does: 'judge'; contact: string; field: Field; value: string; evidence: string; name?: string; answers?: Record<string, string> }
  | { does: 'link'; line: Line }
  | { does: 'unlink'; line: string }

/** changed is the map as the changes make it; whom nothing concerns stays the same object. */
export function changed<M extends People>(map: M, changes: Change[]): M {
  if (!changes.length) return map
  const people = new Map(map.people.map((p) => [p.id, p]))
  let lines = map.lines
  for (const change of changes) {
    if (change.does === 'link') lines = [...lines.filter((l) => l.id !== change.line.id), change.line]
    else if (change.does === 'unlink') lines = lines.filter((l) => l.id !== change.line)
    else {
      const person = people.get(change.contact)
      if (person) people.set(person.id, altered(person, change))
    }
  }
  return { ...map, people: [...people.values()], lines }
}

function altered(person: Person, change: Exclude<Change, { does: 'link' | 'unlink' }>): Person {
  switch (change.does) {
    case 'move': return { ...person, reports: change.reports || undefined, x: null, y: null }
    case 'place': return { ...person, x: change.x, y: change.y }
    case 'judge': return judgedAs(person, change.field, change.value, change.name)
  }
}

/** subject is what a change is about: a later one about the same replaces it. */
function subject(change: Change) {
  switch (change.does) {
    case 'judge': return `judge ${change.contact} ${change.field}`
    case 'link': return `line ${change.line.id}`
    case 'unlink': return `line ${change.line}`
    default: return `${change.does} ${change.contact}`
  }
}

/** lasting are the changes that count: the last about everything, without what leads back to what is saved. */
export function lasting(map: People, changes: Change[]): Change[] {
  const last = new Map<string, Change>()
  for (const change of changes) {
    last.delete(subject(change))
    last.set(subject(change), change)
    if (change.does === 'move') last.delete(`place ${change.contact}`)
  }
  return [...last.values()].filter((change) => !same(map, change))
}

function same(map: People, change: Change): boolean {
  if (change.does === 'link') return map.lines.some((l) => JSON.stringify(l) === JSON.stringify(change.line))
  if (change.does === 'unlink') return !map.lines.some((l) => l.id === change.line)
  const person = map.people.find((p) => p.id === change.contact)
  if (!person) return true
  switch (change.does) {
    case 'move': return (person.reports ?? '') === change.reports
    case 'place': return (person.x ?? 0) === change.x && (person.y ?? 0) === change.y
    case 'judge': return valueOf(person, change.field) === change.value && !change.evidence && !person.judged[change.field]?.stale
  }
}

/** Clash is something that two people changed since both saw the same. */
export interface Clash {
  change: Change
  /** what both began with, and what stands there now, in a word to be compared and shown */
  before: string
  theirs: string
}

/** clashes are the changes over something that somebody else has changed meanwhile. */
export function clashes(base: People, theirs: People, changes: Change[]): Clash[] {
  return lasting(theirs, changes)
    .map((change) => ({ change, before: standing(base, change), theirs: standing(theirs, change) }))
    .filter(({ before, theirs }) => before !== theirs)
}

/** standing is what a map says about the subject of a change. */
export function standing(map: People, change: Change): string {
  if (change.does === 'link' || change.does === 'unlink') {
    const id = change.does === 'link' ? change.line.id : change.line
    const line = map.lines.find((l) => l.id === id)
    return line ? `${line.kind} ${line.says}` : ''
  }
  const person = map.people.find((p) => p.id === change.contact)
  if (!person) return 'gone'
  switch (change.does) {
    case 'move': return person.reports ?? ''
    case 'place': return `${person.x ?? 0},${person.y ?? 0}`
    case 'judge': return valueOf(person, change.field)
  }
}

/** fresh is an id for a line that the server does not know yet. */
export const fresh = () => `new-${Math.random().toString(36).slice(2)}`

export const isFresh = (line: string) => line.startsWith('new-')

export const between = (lines: Line[], kind: Kind, from: string, to: string) =>
  lines.find((l) => l.kind === kind && ((l.from === from && l.to === to) || (kind !== 'influence' && l.from === to && l.to === from)))
