// What day it is: the company's clocks say so, wherever the device is.

let zone = 'Asia/Shanghai' // as the server has it, until it says otherwise

/** live says where the company lives. */
export function live(home: string | undefined) {
  zone = home || zone
}

/** today is the day of the company at an instant, as 2026-06-30. */
export function today(at = new Date()) {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(at)
  return (['year', 'month', 'day'] as const).map((type) => parts.find((p) => p.type === type)!.value).join('-')
}

/** shift is a day so many days later. */
export function shift(day: string, days: number) {
  const at = new Date(day + 'T00:00:00Z')
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}
