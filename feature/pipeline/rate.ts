import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import type { Funnel } from './server'

type Share = Funnel['classes'][number]['went']

/** useRate says a share with what it rests on; of too few cases only the count. */
export function useRate() {
  const { t } = useTranslation()
  const { share } = useFigures()
  return ({ won, of, mean, low, high }: Share) => (mean == null ? t('pipeline.went_few', { won, of }) : `${share(mean, 0)} (${share(low, 0)}–${share(high, 0)}) · ${t('pipeline.went_of', { won, of })}`)
}
