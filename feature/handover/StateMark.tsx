import { useTranslation } from 'react-i18next'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import type { Listed } from './server'

/** StateMark is how far a hand-over is. */
export function StateMark({ handover: h }: { handover: Pick<Listed, 'state' | 'late'> }) {
  const { t } = useTranslation()
  const said = t(`handover.state_${h.state}`)
  if (h.state === 'recalled') return <PlainChip>{said}</PlainChip>
  return <StateChip state={h.state === 'accepted' ? 'ok' : h.late ? 'blocked' : 'ask'}>{h.late ? `${said} · ${t('handover.late')}` : said}</StateChip>
}
