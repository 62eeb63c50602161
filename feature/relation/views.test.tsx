import { describe, expect, test } from 'vitest'
import { person } from './made'
import { type People, type Person, roles } from './map'
import { card } from './tree'
import { arranged, beside, lay, type Layout } from './views'

const none: ReadonlySet<string> = new Set()
const map = (...people: Person[]): People => ({ people, lines: [] })
const team = map(person('a'), person('b', 'a'), person('c', 'a'), person('d', 'c'))
const crowd = map(...Array.from({ length: 120 }, (_, i) => person(`p${i}`, i ? `p${Math.floor((i - 1) / 4)}` : '', { attitude: i % 7 ? (i % 5) - 2 : null, roles: [roles[i % 9]!, ...(i % 3 ? [] : [roles[(i + 4) % 9]!])] })))

const overlaps = ({ places }: Layout) =>
  places.flatMap((a, i) => places.slice(i + 1).filter((b) => Math.abs(a.x - b.x) < card.width && Math.abs(a.y - b.y) < card.height)).length

test.each(['ranks', 'buying', 'attitude'] as const)('by %s everybody is shown, and no card lies over another', (view) => {
  const layout = lay(view, crowd, none)
  expect(new Set(layout.places.map((p) => p.person.id)).size).toBe(120)
  expect(overlaps(layout)).toBe(0)
})

describe('the buying group', () => {
  test('shows whoever has two parts in both', () => {
    const { places } = lay('buying', map(person('a', '', { roles: ['user', 'coach'] })), none)
    expect(places.map((p) => p.key)).toEqual(['user/a', 'coach/a'])
  })
  test('shows the roles that nobody has', () => {
    expect(lay('buying', team, none).lanes.map((l) => l.of)).toEqual([...roles, ''])
  })
  test('has a frame for a role of one’s own', () => {
    expect(lay('buying', map(person('a', '', { roles: ['safety'] })), none).lanes.map((l) => l.of)).toContain('safety')
  })
})

test('a team follows its head to where he was dragged', () => {
  const dragged = map(...team.people.map((p) => (p.id === 'c' ? { ...p, x: 100, y: 20 } : p)))
  const before = lay('ranks', team, none).places, after = lay('ranks', dragged, none).places
  expect(after.map((p, i) => [p.x - before[i]!.x, p.y - before[i]!.y])).toEqual([[0, 0], [0, 0], [100, 20], [100, 20]])
})

test('a folded branch keeps its head, with the number of those below', () => {
  const { places } = lay('ranks', team, new Set(['c']))
  expect(places.map((p) => [p.key, p.team])).toEqual([['a', 3], ['b', 0], ['c', 1]])
})

test('those of a team between whose people lines run stand side by side', () => {
  const linked: People = { ...map(person('a'), person('b', 'a'), person('c', 'a'), person('d', 'a'), person('e', 'd')), lines: [{ id: 'l', kind: 'conflict', from: 'b', to: 'e', says: '' }] }
  expect(arranged(linked).map((p) => p.id).filter((id) => 'bcd'.includes(id)).join('')).toMatch(/bd|db/)
})

test('a line is drawn only between those who are shown', () => {
  const linked: People = { ...team, lines: [{ id: 'l', kind: 'influence', from: 'b', to: 'd', says: '' }] }
  expect(lay('ranks', linked, none).ties.map((t) => t.key)).toContain('l')
  expect(lay('ranks', linked, new Set(['c'])).ties.map((t) => t.key)).not.toContain('l')
})

test.each([
  ['b', 'ArrowUp', 'a'], ['a', 'ArrowDown', 'b'], ['b', 'ArrowRight', 'c'], ['c', 'ArrowDown', 'd'], ['d', 'ArrowUp', 'c'], ['a', 'ArrowUp', undefined],
] as const)('from %s %s leads to %s', (from, arrow, to) => {
  expect(beside(lay('ranks', team, none), from, arrow)).toBe(to)
})

test('arrows walk down a column of people and back up to their manager', () => {
  const hung = lay('ranks', map(person('a'), ...[...'bcdef'].map((id) => person(id, 'a'))), none)
  const walk = (from: string, arrow: 'ArrowDown' | 'ArrowUp') => beside(hung, from, arrow)
  expect(walk('a', 'ArrowDown')).toBe('b')
  expect(walk('b', 'ArrowDown')).toBe('c')
  expect(walk('c', 'ArrowUp')).toBe('b')
  expect(walk('b', 'ArrowUp')).toBe('a')
})
