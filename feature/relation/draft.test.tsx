import { describe, expect, test } from 'vitest'
import { type Change, changed, clashes, lasting } from './draft'
import { person } from './made'
import type { People, Person } from './map'

const map = (more: Partial<Person> = {}): People => ({ people: [person('a', '', { attitude: 0 }), person('b', 'a', { attitude: 0, ...more }), person('c')], lines: [{ id: 'l', kind: 'conflict', from: 'b', to: 'c', says: '' }] })
const move = (reports: string): Change => ({ does: 'move', contact: 'b', reports })
const judge = (value: string, evidence = ''): Change => ({ does: 'judge', contact: 'b', field: 'attitude', value, evidence })

describe('a map with changes', () => {
  test('shows them, and leaves those alone whom they do not concern', () => {
    const before = map(), after = changed(before, [move('c'), judge('-2'), { does: 'unlink', line: 'l' }])
    expect(after.people[1]).toMatchObject({ reports: 'c', attitude: -2 })
    expect(after.people[0]).toBe(before.people[0])
    expect(after.lines).toEqual([])
  })
  test('is the same object without any', () => {
    const before = map()
    expect(changed(before, [])).toBe(before)
  })
  test('puts whoever got another manager where the tree has him', () => {
    expect(changed(map({ x: 40, y: 8 }), [move('c')]).people[1]).toMatchObject({ x: null, y: null })
  })
})

test.each<[string, Change[], Change[]]>([
  ['the last of two about the same', [move('c'), move('')], [move('')]],
  ['not what leads back', [move('c'), move('a')], []],
  ['not where somebody stood before he got another manager', [{ does: 'place', contact: 'b', x: 9, y: 9 }, move('c')], [move('c')]],
  ['a judgement that stays as it was, if there is new evidence', [judge('0', 'asked him')], [judge('0', 'asked him')]],
  ['no line that was drawn and taken away', [{ does: 'link', line: { id: 'n', kind: 'former', from: 'a', to: 'c', says: '' } }, { does: 'unlink', line: 'n' }], []],
])('to be saved is %s', (_, changes, saved) => {
  expect(lasting(map(), changes)).toEqual(saved)
})

describe('of two who change a map at once', () => {
  test('the second is told what the first made of the same', () => {
    expect(clashes(map(), map({ attitude: 1 }), [judge('-1')])).toEqual([{ change: judge('-1'), before: '0', theirs: '1' }])
  })
  test('both keep what only one of them changed', () => {
    expect(clashes(map(), map({ attitude: 1 }), [move('c')])).toEqual([])
  })
  test('nobody is asked if both wrote the same', () => {
    expect(clashes(map(), map({ attitude: 1 }), [judge('1')])).toEqual([])
  })
})
