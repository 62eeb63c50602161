import { useTranslation } from 'react-i18next'
import { StateChip } from '../../ui/kit/Chip'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Why } from '../../ui/kit/Why'
import { LevelChip } from './Level'
import { useSheet } from './server'

/** RiskChip says beside the name of an account how near it is to breaking off; of one that nobody has judged, nothing. */
export default function RiskChip({ account }: { account: string }) {
  const { t } = useTranslation()
  const { data: sheet } = useSheet(account)
  if (!sheet || (!sheet.level && !sheet.broken)) return null
  return (
    <>
      {sheet.broken && <StateChip state="blocked">{t('risk.broken')}</StateChip>}
      {sheet.level && <Why label={t('risk.panel')} chip={<LevelChip level={sheet.level} score={sheet.score} />}>{() => <Reasoned why={sheet.why} stand={sheet.today} />}</Why>}
    </>
  )
}
