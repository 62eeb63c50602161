import { expect, test } from 'vitest'
import { live, shift, today } from './day'

const late = new Date('2026-06-30T23:30:00Z')

const days: [string, string, Date, string][] = [
  ['half past eleven in Greenwich is the next morning in Shanghai', 'Asia/Shanghai', late, '2026-07-01'],
  ['and still the same day in London in winter', 'Europe/London', new Date('2026-12-31T23:30:00Z'), '2026-12-31'],
  ['but not in its summer', 'Europe/London', late, '2026-07-01'],
  ['a morning in Greenwich is the evening before in New York', 'America/New_York', new Date('2026-03-01T03:00:00Z'), '2026-02-28'],
]

test.each(days)('%s', (_, zone, at, day) => {
  live(zone)
  expect(today(at)).toBe(day)
})

test('whoever is not told where the company lives takes what was known', () => {
  live('Asia/Shanghai')
  live(undefined)
  expect(today(late)).toBe('2026-07-01')
})

test('days go on over the ends of months and years', () => {
  expect([shift('2026-12-31', 1), shift('2028-03-01', -1), shift('2026-06-30', 0)]).toEqual(['2027-01-01', '2028-02-29', '2026-06-30'])
})
