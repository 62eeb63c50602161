// How days, times and sentences about visits are said.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { today as companyDay } from '../../ui/day'
import { missing } from '../../ui/figures'
import type { Person, Said, Timed } from './visits'
import { span, weekday } from './week'

/** useWhen writes days the way the user reads them; the current year is left out. */
export function useWhen(today = companyDay()) {
  const { t } = useTranslation()
  return useMemo(() => {
    const day = (on: string | null | undefined) => (!on ? missing : on.slice(0, 4) === today.slice(0, 4) ? on.slice(5) : on)
    return {
      day,
      weekday: (on: string) => t(`visit.weekday_${weekday(on) + 1}`),
      /** near says today instead of the date */
      near: (on: string) => (on === today ? t('visit.today') : day(on)),
      time: (v: Timed) => (v.start === null ? t('visit.untimed') : span({ ...v, start: v.start })),
    }
  }, [t, today])
}

/** useSay writes a sentence of the server; a word in it may have a text key of its own. */
export function useSay() {
  const { t } = useTranslation()
  const word = (value: unknown) => (value && typeof value === 'object' && 'word' in value ? t(String(value.word)) : value)
  return ({ key, args }: Said): string => t(key, Object.fromEntries(Object.entries(args ?? {}).map(([name, value]) => [name, word(value)])))
}

/** names are those of ids, as far as they are known. */
export const names = (ids: string[], people: Person[]) => ids.flatMap((id) => people.find((p) => p.id === id)?.name ?? []).join('、')
