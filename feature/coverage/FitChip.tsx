import { useTranslation } from 'react-i18next'
import { StateChip } from '../../ui/kit/Chip'
import type { State } from '../../ui/theme'
import type { Fit } from './server'

const states: Record<Fit, State> = { over: 'ask', under: 'blocked', enough: 'ok', unknown: 'info' }

/** FitChip says whether an account gets what its tier asks for. */
export function FitChip({ fit }: { fit: Fit }) {
  const { t } = useTranslation()
  return <StateChip state={states[fit]}>{t(`coverage.fit_${fit}`)}</StateChip>
}
