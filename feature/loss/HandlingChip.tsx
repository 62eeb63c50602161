import { useTranslation } from 'react-i18next'
import { StateChip } from '../../ui/kit/Chip'
import type { State } from '../../ui/theme'
import type { Handling } from './server'

const colours: Record<Handling, State> = { nurture: 'ok', keep: 'info', restrict: 'ask' }

/** HandlingChip is what is done with an account on which we lose. */
export function HandlingChip({ handling }: { handling: Handling }) {
  const { t } = useTranslation()
  return <StateChip state={colours[handling]}>{t(`loss.handling_${handling}`)}</StateChip>
}
