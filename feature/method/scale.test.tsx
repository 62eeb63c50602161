import { expect, test } from 'vitest'
import { scaleOf } from './scale'

test.each([
  ['shares end at 100 %', [0.8, 0.95], 'share', 0.8, 0.8],
  ['points end at 100', [50, 70, 85], undefined, 70, 0.7],
  ['months end a little behind the last', [6, 12, 24], 'months', 24, 0.8],
  ['what is below the axis stands at its end', [50, 85], undefined, -5, 0],
])('%s', (_, values, unit, value, want) => {
  expect(scaleOf(values, unit).place(value)).toBeCloseTo(want)
})

test('amounts far apart are told apart by their logarithm', () => {
  const { log, place } = scaleOf([10, 100, 1000])
  expect(log).toBe(true)
  expect(place(100) - place(10)).toBeCloseTo(place(1000) - place(100))
  expect(place(10)).toBeGreaterThan(0)
})
