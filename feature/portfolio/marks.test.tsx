import { expect, test } from 'vitest'
import { reach } from './reach'
import { step } from './RfmPanel'
import { decades } from './ValuesPanel'

const figure = (key: string, unit: string, value: number, known = true) => ({ key, unit, value, known })

const cases: [string, Parameters<typeof reach>[0], Parameters<typeof reach>[1], [string, number] | undefined][] = [
  ['a sum is held against the highest cut it has passed', figure('s', 'amount', 500), [figure('s', 'amount', 100), figure('s', 'amount', 400)], ['≥', 400]],
  ['a sum below all cuts against the lowest', figure('s', 'amount', 50), [figure('s', 'amount', 400), figure('s', 'amount', 100)], ['<', 100]],
  ['of days, fewer are better', figure('d', 'days', 12), [figure('d', 'days', 10), figure('d', 'days', 30)], ['≤', 30]],
  ['more days than the last cut', figure('d', 'days', 99), [figure('d', 'days', 10), figure('d', 'days', 30)], ['>', 30]],
  ['of the share before an account, less is better', figure('abc.share_before', 'share', 0.8), [figure('abc.share_before', 'share', 0.8), figure('abc.share_before', 'share', 0.95)], ['<', 0.95]],
  ['what nobody knows has no place', figure('s', 'amount', 0, false), [figure('s', 'amount', 100)], undefined],
  ['what has no cut has no place', figure('s', 'amount', 5), [figure('t', 'amount', 100)], undefined],
]

test.each(cases)('%s', (_, input, cuts, place) => {
  const found = reach(input, cuts)
  expect(found && [found.sign, found.cut.value]).toEqual(place)
})

test('an axis holds the positive values with room above, and survives none', () => {
  expect([decades([3, 250, 0, -5]), decades([0])]).toEqual([{ min: 1, max: 750 }, { min: 1, max: 10 }])
})

test('the lowest hundredth stands on the edge and does not stretch the axis', () => {
  expect(decades([0.001, ...Array(200).fill(50)]).min).toBe(10)
})

test('the shade of a cell follows the root of its share; an empty one has none', () => {
  expect([step({ count: 3, share: 1 }, 1), step({ count: 3, share: 0.25 }, 1), step({ count: 0, share: 0 }, 1)]).toEqual([5, 2, 0])
})
