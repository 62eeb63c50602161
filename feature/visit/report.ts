// A report while it is written: what it begins with, how far an objective was reached, what is still missing.
import { shift } from '../../ui/day'
import type { Objective, Report } from './visits'
import { weekday } from './week'

/** begun is an empty report: no result is known, so none is nought. */
export const begun: Report = { result: '', results: [], topics: [], promises: [] }

const most = 1.5 // of an objective no more counts

/** attained is how far an objective was reached, as the server is going to say. */
export function attained(actual: string | null, target: string | null | undefined) {
  const of = Number(target)
  return actual === null || !(of > 0) ? null : Math.max(0, Math.min(most, Number(actual) / of))
}

/** stride is by how much a touch changes a result: one of a few, a round part of many. */
export const stride = (target: string | null | undefined) => 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, Number(target) || 1))) - 1)

/** stepped is a result after so many touches; below nothing there is nothing. */
export const stepped = (actual: string | null, target: Objective['target'], by: 1 | -1) => String(Math.max(0, Number(actual ?? 0) + by * stride(target)))

/** working is so many working days after a day, Monday to Friday. */
export function working(from: string, days: number) {
  let day = from
  for (let left = days; left > 0; ) {
    day = shift(day, 1)
    if (weekday(day) < 5) left--
  }
  return day
}

/** filled says which of the four steps have something in them. */
export const filled = ({ result, voice, promises, next, rating, replan }: Report) => [result.trim().length > 1, !!voice?.trim(), !!promises?.length, !!next?.trim() || rating !== undefined || replan !== undefined]

/** said leaves out what nobody has said anything about; an evaluation is whole or none. */
export function said(report: Report): Report {
  const { voice, voice_of, next, next_on, rating, replan, verdict, result, ...rest } = report
  const judged = rating !== undefined && replan !== undefined
  return {
    ...rest,
    result: result.trim(),
    ...(voice?.trim() ? { voice: voice.trim(), voice_of: voice_of || undefined } : {}),
    ...(next?.trim() ? { next: next.trim(), next_on } : {}),
    ...(judged ? { rating, replan, verdict: verdict?.trim() || result.trim() } : {}),
  }
}
