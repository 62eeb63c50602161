// Days, times of day, and what stands beside what in a calendar. No clock and no network in here:
// days are 2026-06-30, times are minutes since midnight of the company's zone.
import { shift } from '../../ui/day'

export interface Slot {
  day: string
  start: number
  length: number
}

/** half is the grid on which visits stand. */
export const half = 30
const hour = 60
const whole = 24 * hour

/** clock writes 570 as 09:30; a visit that ends at midnight ends at 24:00. */
export const clock = (minute: number) => `${two(Math.floor(minute / hour))}:${two(minute % hour)}`

/** minutes reads 9:30 as 570; what is no time of day is NaN. */
export function minutes(text: string) {
  const [, h, m] = /^(\d{1,2}):(\d{2})$/.exec(text.trim()) ?? []
  const all = Number(h) * hour + Number(m)
  return Number(m) < hour && all < whole ? all : NaN
}

/** snap moves a time to the nearest half hour of its day, so that a visit of a length still ends in it. */
export const snap = (minute: number, length = half) => clamp(Math.round(minute / half) * half, 0, Math.floor((whole - length) / half) * half)

export const end = ({ start, length }: Slot) => start + length

/** span writes a slot as 09:30–11:00. */
export const span = (slot: Slot) => `${clock(slot.start)}–${clock(end(slot))}`

/** meets says whether two slots need the same minutes; one that begins when the other ends does not. */
export const meets = (a: Slot, b: Slot) => a.day === b.day && a.start < end(b) && b.start < end(a)

/** free is the first half hour from a time on at which a length fits between the others, if the day has one before it ends. */
export function free(others: Slot[], wanted: Slot, until = 18 * hour): number | undefined {
  for (let start = Math.ceil(wanted.start / half) * half; start + wanted.length <= until; start += half) {
    if (!others.some((o) => meets(o, { ...wanted, start }))) return start
  }
  return undefined
}

export interface Lane {
  /** which column, from 0, of how many that stand side by side */
  lane: number
  lanes: number
}

/** beside puts what meets into columns, first come first left; who meets nobody has the whole width. */
export function beside(slots: Slot[]): Lane[] {
  const order = slots.map((_, i) => i).sort((a, b) => slots[a]!.start - slots[b]!.start || end(slots[b]!) - end(slots[a]!))
  const lanes = new Array<Lane>(slots.length)
  for (const group of groups(order, slots)) {
    const ends: number[] = []
    const chosen = group.map((i) => {
      const lane = ends.findIndex((e) => e <= slots[i]!.start)
      const mine = lane < 0 ? ends.length : lane
      ends[mine] = end(slots[i]!)
      return mine
    })
    group.forEach((i, k) => (lanes[i] = { lane: chosen[k]!, lanes: ends.length }))
  }
  return lanes
}

// groups are runs of slots that meet one another, directly or through others.
function groups(order: number[], slots: Slot[]) {
  const all: number[][] = []
  let until = -1
  for (const i of order) {
    if (slots[i]!.start >= until) all.push([])
    all.at(-1)!.push(i)
    until = Math.max(until, end(slots[i]!))
  }
  return all
}

/** between counts the days from one to another. */
export const between = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** weekday is 0 for Monday. */
export const weekday = (day: string) => (new Date(day + 'T00:00:00Z').getUTCDay() + 6) % 7

/** weekOf are the seven days, from Monday on, among which a day is. */
export function weekOf(day: string) {
  const monday = shift(day, -weekday(day))
  return Array.from({ length: 7 }, (_, i) => shift(monday, i))
}

/** upcoming is a day itself, or the Monday after a weekend: who plans then plans the week to come. */
export const upcoming = (day: string) => (weekday(day) < 5 ? day : shift(day, 7 - weekday(day)))

/** monthOf are the weeks that have a day of its month. */
export function monthOf(day: string) {
  const first = day.slice(0, 8) + '01', weeks: string[][] = []
  for (let week = weekOf(first); week[0]!.slice(0, 7) <= day.slice(0, 7); week = weekOf(shift(week[6]!, 1))) weeks.push(week)
  return weeks
}

/** monthOn is the first of the month so many months later. */
export function monthOn(day: string, months: number) {
  const at = new Date(day.slice(0, 8) + '01T00:00:00Z')
  at.setUTCMonth(at.getUTCMonth() + months)
  return at.toISOString().slice(0, 10)
}

/** wall is what the clocks of a zone show at an instant. */
export function wall(at: Date, zone: string) {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }).formatToParts(at)
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '00'
  return { day: `${part('year')}-${part('month')}-${part('day')}`, minute: Number(part('hour')) * hour + Number(part('minute')) }
}

const clamp = (n: number, least: number, most: number) => Math.max(least, Math.min(most, n))
const two = (n: number) => String(n).padStart(2, '0')
