// What signals say, in the words of the reader.
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import type { Look } from './server'

const days = ['key_left', 'handed', 'cell', 'overdue']

/** useSays writes the figures of signals: days, shares, counts. */
export function useSays() {
  const { t } = useTranslation()
  const figures = useFigures()
  const value = (kind: string, n: number) => (kind === 'share' ? figures.share(n) : Number.isInteger(n) ? figures.count(n) : figures.decimal(n))
  const said = (kind: string, n: number) => {
    if (days.includes(kind)) return t('risk.days_value', { value: value(kind, n) })
    return kind === 'silent' ? t('risk.times', { value: value(kind, n) }) : value(kind, n)
  }
  return {
    signal: (one: { kind: string; value: number }) => t(`risk.signal_${one.kind}`, { value: value(one.kind, one.value) }),
    look: (one: Look) => {
      if (one.state === 'unknown') return t('risk.unknown')
      if (one.value === null) return t('risk.value_never')
      return one.kind === 'silent' && one.value < 1 ? t('risk.within_cadence') : said(one.kind, one.value)
    },
    cut: (one: Look) => said(one.kind, one.cut),
  }
}
