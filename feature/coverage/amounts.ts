import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import type { Spread } from './server'

/** useAmounts writes hundredths: money in the unit of the screen, hours as they are. */
export function useAmounts(of: Spread['unit']) {
  const { t } = useTranslation()
  const figures = useFigures()
  if (of === 'money') return { unit: figures.unit, write: figures.sum }
  return { unit: t('coverage.hours_word'), write: (n: number | null) => figures.count(n === null ? n : Math.round(n / 100)) }
}
