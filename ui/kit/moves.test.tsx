import { expect, test } from 'vitest'
import { apart, bands, height, nodes, ordered, pitch } from './moves'

const moves = [
  { from: 'A', to: 'A', count: 44 }, { from: 'A', to: 'B', count: 4 },
  { from: 'B', to: 'A', count: 9 }, { from: 'B', to: 'B', count: 178 }, { from: 'B', to: 'C', count: 8 },
  { from: 'C', to: 'B', count: 11 }, { from: 'C', to: 'C', count: 391 },
]
const order = ordered(moves)

test('nobody is lost on the way', () => {
  const all = nodes(moves, order)
  const sum = (side: 'before' | 'after') => all.reduce((n, node) => n + node[side], 0)
  expect(sum('before')).toBe(sum('after'))
  expect(all).toEqual([{ key: 'A', before: 48, after: 53 }, { key: 'B', before: 195, after: 193 }, { key: 'C', before: 402, after: 399 }])
})

test('only those who move are drawn, up or down, and wider where more go', () => {
  const drawn = bands(moves, order)
  expect(drawn.map((b) => [b.from + b.to, b.up])).toEqual([['AB', false], ['BA', true], ['BC', false], ['CB', true]])
  const [few, , , many] = drawn
  expect(many!.width / few!.width).toBeCloseTo(11 / 4)
})

test('bands leave and arrive inside their result, one beside the other', () => {
  for (const b of bands(moves, order)) {
    const top = order.indexOf(b.from) * pitch
    expect(b.y1 - b.width / 2).toBeGreaterThanOrEqual(top)
  }
  const [ba, bc] = bands(moves, order).filter((b) => b.from === 'B')
  expect(bc!.y1 - bc!.width / 2).toBeGreaterThanOrEqual(ba!.y1 + ba!.width / 2)
  expect(height).toBeLessThan(pitch)
})

test('no count covers another', () => {
  const crowded = bands([...moves, { from: 'C', to: 'A', count: 1 }], order)
  for (const side of [true, false]) {
    const down = apart(crowded).filter((b) => b.up === side).map((b) => b.y)
    down.slice(1).forEach((y, i) => expect(y - down[i]!).toBeGreaterThanOrEqual(17))
  }
})

test('nobody who moves draws nothing', () => {
  expect(bands([{ from: 'A', to: 'A', count: 5 }], ['A'])).toEqual([])
})
