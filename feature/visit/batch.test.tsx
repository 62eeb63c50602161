import { expect, test } from 'vitest'
import { proposed } from './batch'
import { meets, minutes, type Slot } from './week'

const days = ['2026-07-01', '2026-07-02']
const visit = (day: string, from: string, length = 60) => ({ day, start: minutes(from), length, state: 'booked' as const })
const due = (...accounts: string[]) => accounts.map((account) => ({ account }))

test('what was suggested is taken, and who has no suggestion goes where there is room', () => {
  const advised = { account: 'a', day: '2026-07-02', start: minutes('14:00'), length: 90 }
  expect(proposed(due('a', 'b'), [visit('2026-07-01', '09:30')], [advised], days)).toEqual([
    { day: '2026-07-02', start: minutes('14:00'), length: 90 },
    { day: '2026-07-01', start: minutes('10:30'), length: 60 },
  ])
})

test('a suggestion that somebody else has taken meanwhile is not used', () => {
  const advised = { account: 'a', day: '2026-07-02', start: minutes('14:00'), length: 90 }
  const [slot] = proposed(due('a'), [visit('2026-07-02', '14:30')], [advised], days)
  expect(slot).toEqual({ day: '2026-07-01', start: minutes('09:30'), length: 60 })
})

test('a visit that was cancelled is in nobody’s way', () => {
  const gone = { ...visit('2026-07-01', '09:30'), state: 'cancelled' as const }
  expect(proposed(due('a'), [gone], [], ['2026-07-01'])[0]!.start).toBe(minutes('09:30'))
})

test('twenty accounts never meet, and who finds no room has no time yet', () => {
  const all = proposed(due(...Array.from({ length: 20 }, (_, i) => String(i))), [], [], days)
  const slots = all.filter((s): s is Slot => s.start !== null)
  slots.forEach((a, i) => slots.forEach((b, k) => i < k && expect(meets(a, b)).toBe(false)))
  expect(slots).toHaveLength(16)
  expect(all.filter((s) => s.start === null)).toHaveLength(4)
})
