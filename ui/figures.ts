// How numbers, sums and dates are written: by language, and in 元 or 万元 as the user likes.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { today } from './day'
import { useKept } from './kept'

/** plain is 元 or CNY; large is 万元 or millions. */
export type Unit = 'plain' | 'large'

export const missing = '—'

/** useUnit is the unit of all sums on the screen, and the way to change it. */
export const useUnit = () => useKept<Unit>('unit', 'large')

/** useFigures writes figures the way the user reads them. */
export function useFigures(currency = 'CNY') {
  const { i18n, t } = useTranslation()
  const [unit] = useUnit()
  return useMemo(() => {
    const written = figures(i18n.language, unit)
    const own = currency === 'CNY'
    const name = unit === 'plain' ? t(own ? 'ui.unit_plain' : 'ui.unit_foreign', { currency }) : t(own ? 'ui.unit_large' : 'ui.unit_foreign_large', { currency })
    return { ...written, unit: name }
  }, [i18n.language, unit, currency, t])
}

export type Figures = ReturnType<typeof useFigures>

/** figures writes for one language and unit; undefined and null are missing, which is not zero. */
export function figures(language: string, unit: Unit) {
  const number = writer(language)
  const rough = new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, { maximumSignificantDigits: 3 })
  const scale = (minor: number) => minor / (unit === 'plain' ? 1e2 : language === 'en' ? 1e8 : 1e6)
  const scaled = (minor: number) => number(scale(minor), unit === 'plain' ? 0 : digits(language, scale(minor)))
  const signed = (value: Maybe, write: (n: number) => string) =>
    value == null ? missing : (value > 0 ? '+' : '') + write(value)
  return {
    count: (n: Maybe) => (n == null ? missing : number(n, 0)),
    decimal: (n: Maybe, places = 1) => (n == null ? missing : number(n, places)),
    /** sum writes minor units in the unit of the screen, without naming it. */
    sum: (minor: Maybe) => (minor == null ? missing : scaled(minor)),
    /** tick writes minor units on an axis: no decimals that say nothing. */
    tick: (minor: number) => rough.format(scale(minor)).replace('-', '−'),
    /** exact writes minor units in full, as documents do. */
    exact: (minor: Maybe) => (minor == null ? missing : number(minor / 100, 2)),
    share: (fraction: Maybe, places = 1) => (fraction == null ? missing : number(fraction * 100, places) + '%'),
    change: (fraction: Maybe, places = 1) => signed(fraction, (n) => number(n * 100, places) + '%'),
    more: (minor: Maybe) => signed(minor, scaled),
    date: (iso: string | null | undefined) => iso || missing,
    day: (iso: string | null | undefined, on = today()) =>
      !iso ? missing : iso.startsWith(on.slice(0, 4)) ? iso.slice(5, 10) : iso.slice(0, 10),
    /** time writes an instant, given as text or in microseconds, in the user's own time. */
    time: (at: Instant) => (at ? local(at).slice(0, 16) : missing),
    /** second is time to the second, for logs. */
    second: (at: Instant) => (at ? local(at) : missing),
  }
}

type Maybe = number | null | undefined
type Instant = string | number | null | undefined

// 万元 has no decimals from 100 on, one below, two below 0.1: little is not nothing; millions have two below 10, one above.
function digits(language: string, value: number) {
  const size = Math.abs(value)
  if (language === 'en') return size < 10 ? 2 : 1
  if (size < 0.1 && size !== 0) return 2
  return size < 100 && size !== 0 ? 1 : 0
}

function writer(language: string) {
  const known = new Map<number, Intl.NumberFormat>()
  return (value: number, places: number) => {
    let format = known.get(places)
    if (!format) {
      format = new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, { minimumFractionDigits: places, maximumFractionDigits: places, signDisplay: 'negative' })
      known.set(places, format)
    }
    return format.format(value).replace('-', '−')
  }
}

function local(instant: string | number) {
  const at = new Date(typeof instant === 'number' ? instant / 1000 : instant)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`
}
