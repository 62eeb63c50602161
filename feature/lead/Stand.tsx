import { useTranslation } from 'react-i18next'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import type { Row } from './server'

const look = { new: 'ask', contacted: 'ask', qualified: 'ok', deal: 'ok', nurture: 'ask', dropped: 'blocked' } as const

/** Stand is how a lead stands, and what has become of its deal. */
export function Stand({ row }: { row: Row }) {
  const { t } = useTranslation()
  return <><StateChip state={look[row.state]}>{t(`lead.state_${row.state}`)}</StateChip>{row.deal_state && <PlainChip outlined>{t(`lead.deal_${row.deal_state}`)}</PlainChip>}</>
}
