import { useTranslation } from 'react-i18next'
import { today } from '../../ui/day'
import { StateChip } from '../../ui/kit/Chip'
import { looks, type Row } from './server'

/** Standing is how a promotion stands: one that is planned may run already, or be over and wait for its evaluation. */
export function Standing({ of: { state, from, until } }: { of: Pick<Row, 'state' | 'from' | 'until'> }) {
  const { t } = useTranslation()
  if (state === 'planned' && until < today()) return <StateChip state="ask">{t('promotion.over')}</StateChip>
  return <StateChip state={looks[state]}>{t(state === 'planned' && from <= today() ? 'promotion.running' : `promotion.state_${state}`)}</StateChip>
}
