import { describe, expect, test } from 'vitest'
import { grade, respread, sum } from './months'

describe('a total divided anew', () => {
  const cases: [string, number[], number, number[]][] = [
    ['keeps the course of the months', [...Array(6).fill(1), ...Array(6).fill(3)], 2400, [...Array(6).fill(100), ...Array(6).fill(300)]],
    ['goes evenly where there was nothing', Array(12).fill(0), 1200, Array(12).fill(100)],
    ['gives what is left to the first of equals', Array(12).fill(1), 13, [2, ...Array(11).fill(1)]],
    ['can be nothing', Array(12).fill(5), 0, Array(12).fill(0)],
  ]
  test.each(cases)('%s', (_, months, total, want) => {
    expect(respread(months, total)).toEqual(want)
  })
  test('always sums up', () => {
    for (let total = 0; total < 5000; total += 37) expect(sum(respread([7, 0, 3, 11, 2, 2, 9, 1, 1, 4, 8, 13], total))).toBe(total)
  })
})

describe('how far a month is', () => {
  test.each([
    ['nothing is due', 5, 0, undefined], ['half is missing', 49, 100, 0], ['a fifth is missing', 80, 100, 2], ['reached', 100, 100, 3], ['more than wanted', 110, 100, 4],
  ])('%s', (_, actual, target, want) => expect(grade(actual, target)).toBe(want))
})
