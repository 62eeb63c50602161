import { describe, expect, test } from 'vitest'
import { shift } from '../../ui/day'
import { beside, between, clock, free, meets, minutes, monthOf, monthOn, snap, span, upcoming, wall, weekday, weekOf } from './week'

const slot = (from: string, until: string, day = '2026-07-01') => ({ day, start: minutes(from), length: minutes(until) - minutes(from) })

describe('times of day', () => {
  test.each([['9:30', 570], ['00:00', 0], ['23:59', 1439], ['24:00', NaN], ['9:60', NaN], ['noon', NaN]])('%s is read', (text, minute) => {
    expect(minutes(text)).toBe(minute)
  })
  test('are written as they are read', () => {
    for (let m = 0; m < 1440; m += 7) expect(minutes(clock(m))).toBe(m)
    expect(span(slot('09:30', '11:00'))).toBe('09:30–11:00')
    expect(span({ day: '2026-07-01', start: 1410, length: 30 })).toBe('23:30–24:00')
  })
  test.each([[584, 30, 570], [585, 30, 600], [-20, 30, 0], [1435, 60, 1380], [1435, 45, 1380]])('%d minutes for a length of %d stand on %d', (minute, length, on) => {
    expect(snap(minute, length)).toBe(on)
  })
})

describe('who meets whom', () => {
  test.each([
    ['inside another', slot('09:00', '12:00'), slot('10:00', '11:00'), true],
    ['for one minute', slot('09:00', '10:01'), slot('10:00', '11:00'), true],
    ['one begins when the other ends', slot('09:00', '10:00'), slot('10:00', '11:00'), false],
    ['on another day', slot('09:00', '10:00'), slot('09:00', '10:00', '2026-07-02'), false],
  ])('%s', (_, a, b, yes) => {
    expect(meets(a, b)).toBe(yes)
    expect(meets(b, a)).toBe(yes)
  })
  test('three that overlap in a chain need two columns, and one alone has the whole width', () => {
    const all = [slot('13:00', '14:00'), slot('09:00', '10:30'), slot('10:00', '11:30'), slot('11:00', '12:00')]
    expect(beside(all)).toEqual([{ lane: 0, lanes: 1 }, { lane: 0, lanes: 2 }, { lane: 1, lanes: 2 }, { lane: 0, lanes: 2 }])
  })
  test('nobody is drawn over another, whatever the day looks like', () => {
    const all = Array.from({ length: 60 }, (_, i) => ({ day: '2026-07-01', start: (i * 137) % 1200, length: 30 + ((i * 53) % 150) }))
    const lanes = beside(all)
    all.forEach((a, i) => all.forEach((b, k) => {
      if (i < k && meets(a, b)) expect(lanes[i]!.lane === lanes[k]!.lane).toBe(false)
    }))
    lanes.forEach(({ lane, lanes }) => expect(lane).toBeLessThan(lanes))
  })
  test('a visit finds the first half hour in which nobody is, or none', () => {
    const others = [slot('09:00', '10:00'), slot('10:15', '11:00')]
    expect(free(others, slot('09:00', '10:00'))).toBe(minutes('11:00'))
    expect(free(others, slot('08:10', '08:40'))).toBe(minutes('08:30'))
    expect(free([slot('08:00', '18:00')], slot('08:00', '09:00'))).toBeUndefined()
  })
})

describe('days', () => {
  test('a week begins on Monday and goes over the end of a year', () => {
    expect(weekOf('2027-01-01')).toEqual(['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02', '2027-01-03'])
    expect(weekday('2026-06-29')).toBe(0)
    expect(weekday('2026-07-05')).toBe(6)
  })
  test.each([['2026-07-03', '2026-07-03'], ['2026-07-04', '2026-07-06'], ['2026-07-05', '2026-07-06']])('on %s the week of %s is planned', (day, week) => {
    expect(upcoming(day)).toBe(week)
  })
  test('days do not move when the clocks do', () => {
    expect(shift('2026-03-28', 1)).toBe('2026-03-29')
    expect(shift('2026-03-29', 1)).toBe('2026-03-30')
    expect(between('2026-10-24', '2026-10-26')).toBe(2)
    expect(between('2026-03-01', '2026-02-28')).toBe(-1)
  })
  test('a month has every week of which a day is in it', () => {
    const weeks = monthOf('2026-06-17')
    expect(weeks).toHaveLength(5)
    expect(weeks[0]![0]).toBe('2026-06-01')
    expect(weeks[4]![6]).toBe('2026-07-05')
    expect(monthOn('2026-12-31', 2)).toBe('2027-02-01')
    expect(monthOn('2026-03-31', -1)).toBe('2026-02-01')
  })
  test.each([
    ['2026-06-30T16:30:00Z', 'Asia/Shanghai', '2026-07-01', 30],
    ['2026-06-30T16:30:00Z', 'America/New_York', '2026-06-30', 750],
    ['2026-03-29T00:59:00Z', 'Europe/Berlin', '2026-03-29', 119],
    ['2026-03-29T01:00:00Z', 'Europe/Berlin', '2026-03-29', 180],
    ['2026-06-30T18:30:00Z', 'Asia/Kolkata', '2026-07-01', 0],
  ])('at %s the clocks of %s show their own day', (at, zone, day, minute) => {
    expect(wall(new Date(at), zone)).toEqual({ day, minute })
  })
})
