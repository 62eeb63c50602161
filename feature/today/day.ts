// Days as people say them.
import { shift } from '../../ui/day'

/** weekday is 1 for Monday up to 7. */
export const weekday = (day: string) => new Date(day).getUTCDay() || 7

/** spoken is a day in words: 7 月 1 日, 1 July; with its year where that is another one. */
export function spoken(language: string, day: string, today: string) {
  const [year, month, date] = day.split('-').map(Number)
  const other = day.slice(0, 4) !== today.slice(0, 4)
  if (language === 'en') return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: other ? 'numeric' : undefined, timeZone: 'UTC' }).format(new Date(day))
  return `${other ? `${year} 年 ` : ''}${month} 月 ${date} 日`
}

/** named is the name of a weekday. */
export const named = (language: string, day: string) => new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(day))

/** delays are the days to which something is usually put off, each with the key of its name; no two are the same day. */
export function delays(today: string) {
  const day = weekday(today)
  const all = [
    { key: 'today.tomorrow', until: shift(today, 1) },
    ...(day < 4 ? [{ key: 'today.friday', until: shift(today, 5 - day) }] : []),
    { key: 'today.monday', until: shift(today, 8 - day) },
    { key: 'today.fortnight', until: shift(today, 14) },
    { key: 'today.month', until: shift(today, 30) },
  ]
  return all.filter(({ until }, i) => all.findIndex((one) => one.until === until) === i)
}
