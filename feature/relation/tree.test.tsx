import { describe, expect, test } from 'vitest'
import { card, circular, type Member, pitch, type Spots, tree } from './tree'

/** people reads "a: b c, b: d": b and c report to a, d to b. */
function people(text: string): Member[] {
  const all = new Map<string, Member>()
  const add = (id: string, reports?: string) => all.set(id, { id, reports: reports ?? all.get(id)?.reports })
  for (const team of text.split(', ')) {
    const [head = '', rest = ''] = team.split(':')
    add(head.trim())
    for (const id of rest.trim().split(' ').filter(Boolean)) add(id, head.trim())
  }
  return [...all.values()]
}

const overlaps = (spots: Spots) => {
  const all = [...spots.values()]
  return all.flatMap((a, i) => all.slice(i + 1).filter((b) => Math.abs(a.x - b.x) < card.width && Math.abs(a.y - b.y) < card.height)).length
}

/** company is a made-up one of so many people, each of whom reports to one of those before him. */
function company(size: number, seed: number): Member[] {
  let state = seed
  const below = (n: number) => (state = (state * 48271) % 2147483647) % n
  return Array.from({ length: size }, (_, i) => ({ id: `p${i}`, reports: i === 0 || below(40) === 0 ? undefined : `p${below(Math.min(i, 90))}` }))
}

describe('a tidy tree', () => {
  test('has a manager over the middle of those who report to him', () => {
    const spots = tree(people('a: b c d, b: e f'))
    expect(spots.get('a')!.x).toBe((spots.get('b')!.x + spots.get('d')!.x) / 2)
    expect(spots.get('b')!.x).toBe((spots.get('e')!.x + spots.get('f')!.x) / 2)
    expect([...'abe'].map((id) => spots.get(id)!.y)).toEqual([0, pitch.y, 2 * pitch.y])
  })
  test('pushes branches as near as their outlines let them', () => {
    const spots = tree(people('a: b c, b: d e, c: f'))
    expect(spots.get('f')!.x - spots.get('e')!.x).toBe(pitch.x)
  })
  test('hangs five who lead nobody below each other, and leaves four in a row', () => {
    const row = tree(people('a: b c d e')), hung = tree(people('a: b c d e f'))
    expect(new Set([...'bcde'].map((id) => row.get(id)!.y)).size).toBe(1)
    expect(new Set([...'bcdef'].map((id) => hung.get(id)!.x)).size).toBe(1)
    expect(hung.get('f')!.hangs).toBe(true)
  })
  test('keeps those who neither lead nor report aside, below the others', () => {
    const spots = tree(people('a: b, c, d'))
    expect([...'abcd'].map((id) => spots.get(id)!.loose)).toEqual([false, false, true, true])
    expect(spots.get('c')!.y).toBeGreaterThan(spots.get('b')!.y)
  })
  test('keeps the head of a branch that is folded, and nobody below', () => {
    expect([...tree(people('a: b c, b: d, d: e'), new Set(['b'])).keys()].sort()).toEqual(['a', 'b', 'c'])
  })
  test('ends also where the data goes in a circle, and loses nobody', () => {
    expect([...tree([{ id: 'a', reports: 'b' }, { id: 'b', reports: 'a' }, { id: 'c' }]).keys()].sort()).toEqual(['a', 'b', 'c'])
  })
  test.each([1, 2, 5, 14, 120, 500])('shows %i people once each, none over another', (size) => {
    for (const seed of [1, 7, 2028]) {
      const spots = tree(company(size, seed))
      expect(spots.size).toBe(size)
      expect(overlaps(spots)).toBe(0)
      expect(Math.min(...[...spots.values()].map((s) => s.x))).toBe(0)
    }
  })
  test('lays out 500 people in less than a frame', () => {
    const members = company(500, 3)
    tree(members)
    const start = performance.now()
    for (let i = 0; i < 10; i++) tree(members)
    expect((performance.now() - start) / 10).toBeLessThan(33)
  })
})

test.each([
  ['himself', 'a', 'a', true],
  ['somebody who reports to him', 'a', 'b', true],
  ['somebody far below him', 'a', 'd', true],
  ['his own manager', 'b', 'a', false],
  ['somebody beside him', 'b', 'c', false],
])('reporting to %s: circular is %s', (_, id, reports, is) => {
  expect(circular(people('a: b c, b: d'), id as string, reports as string)).toBe(is)
})
