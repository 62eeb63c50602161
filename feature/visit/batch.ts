// When several accounts could be visited in the same week.
import { type Appointment, type Due, placed, type Suggestion, type Timed } from './visits'
import { free, type Slot } from './week'

const morning = 9 * 60 + 30, length = 60

/** proposed is a time for each: the one that was suggested, else the first free hour, on the day with fewest visits. Without one it has no time yet. */
export function proposed(due: Pick<Due, 'account'>[], visits: Pick<Appointment, 'day' | 'start' | 'length' | 'state'>[], suggestions: Pick<Suggestion, 'account' | 'day' | 'start' | 'length'>[], days: string[]): Timed[] {
  const taken: Slot[] = placed(visits.filter((v) => v.state !== 'cancelled'))
  return due.map(({ account }) => {
    const advised = suggestions.find((s) => s.account === account && days.includes(s.day))
    const slot = advised && free(taken, advised) === advised.start ? advised : first(taken, days)
    if (!slot) return { day: days[0]!, start: null, length }
    taken.push(slot)
    return { day: slot.day, start: slot.start, length: slot.length }
  })
}

function first(taken: Slot[], days: string[]): Slot | undefined {
  const full = (day: string) => taken.filter((s) => s.day === day).length
  for (const day of [...days].sort((a, b) => full(a) - full(b))) {
    const start = free(taken, { day, start: morning, length })
    if (start !== undefined) return { day, start, length }
  }
  return undefined
}
