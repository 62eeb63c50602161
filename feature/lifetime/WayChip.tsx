import { useTranslation } from 'react-i18next'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import type { Row } from './server'

/** WayChip says by which way a value is known. */
export function WayChip({ way }: { way: Row['way'] }) {
  const { t } = useTranslation()
  const name = t(`lifetime.way_${way || 'unknown'}`)
  return way === 'forecast' ? <StateChip state="ok">{name}</StateChip> : <PlainChip outlined={!way}>{name}</PlainChip>
}
