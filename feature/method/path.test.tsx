import { describe, expect, it, test } from 'vitest'
import { at, changes, put } from './path'

const card = { card: { aspects: [{ name: 'finance', weight: 30 }, { name: 'service', weight: 70 }] }, cuts: [50, 70, 85] }

describe('a place in a configuration', () => {
  it.each([
    ['a cut', 'cuts.1', 70],
    ['deep inside', 'card.aspects.1.weight', 70],
    ['the whole', '', card],
    ['nowhere', 'card.items.3.weight', undefined],
  ])('%s', (_, path, want) => {
    expect(at(card, path)).toEqual(want)
  })
})

test('a value is put without touching what it was', () => {
  const next = put(card, 'card.aspects.0.weight', 25)
  expect(at(next, 'card.aspects.0.weight')).toBe(25)
  expect(at(card, 'card.aspects.0.weight')).toBe(30)
  expect(next.cuts).toBe(card.cuts)
})

describe('what was changed', () => {
  it.each([
    ['nothing', card, []],
    ['one value', put(card, 'cuts.1', 72), [{ path: 'cuts.1', before: 70, after: 72 }]],
    ['one value more', put(card, 'cuts.3', 95), [{ path: 'cuts.3', before: undefined, after: 95 }]],
    ['one value less', put(card, 'cuts', [50, 70]), [{ path: 'cuts.2', before: 85, after: undefined }]],
  ])('%s', (_, after, want) => {
    expect(changes(card, after)).toEqual(want)
  })

  it('is nothing for a method without a configuration', () => {
    expect(changes(null, null)).toEqual([])
  })
})
