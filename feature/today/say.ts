// How sentences of the server are said: keys with what fills them.
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { usePeople } from '../../ui/people'
import { spoken } from './day'
import type { Said } from './server'

/** useSay says a sentence in the user's language, with sums, shares, days and names as they are written there. */
export function useSay(today: string, currency?: string) {
  const { t, i18n } = useTranslation()
  const figures = useFigures(currency)
  const { name } = usePeople()
  const sum = (minor: number) => (i18n.language === 'en' ? t('today.sum', { unit: figures.unit.replace(/ m$/, ''), sum: figures.sum(minor) + (/ m$/.test(figures.unit) ? ' m' : '') }) : t('today.sum', { unit: figures.unit, sum: figures.sum(minor) }))
  const write = (value: unknown): string => {
    if (typeof value === 'number') return figures.count(value)
    if (typeof value === 'string') return isDay(value) ? spoken(i18n.language, value, today) : value
    const one = value as { amount?: number; share?: number; word?: string; words?: string[]; user?: string; key?: string }
    if (one.amount !== undefined) return sum(one.amount)
    if (one.share !== undefined) return figures.share(one.share, 0)
    if (one.user !== undefined) return name(one.user)
    if (one.words) return one.words.map((word) => t(word)).join(t('today.and'))
    if (one.word !== undefined) return t(one.word)
    return one.key ? say(one as Said) : ''
  }
  const say = ({ key, args }: Said): string => t(key, Object.fromEntries(Object.entries(args ?? {}).map(([name, value]) => [name, write(value)])))
  return say
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text)
