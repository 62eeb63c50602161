import { useTranslation } from 'react-i18next'
import type { Slots } from '../../ui/feature'
import { usePage } from './server'
import { short } from './words'

/** OverallHead is the overall score in the header of a deal, beside the one before. */
export default function OverallHead({ deal }: Slots['opportunity.head']) {
  const { t } = useTranslation()
  const { data: page } = usePage(deal.id)
  if (!page || page.rounds.length === 0) return null
  const before = page.rounds.at(-2)
  return (
    <div>
      <dt>{t('assessment.overall')}</dt>
      <dd><b>{short(page.rounds.at(-1)!.overall)}</b>{before && <span className="third"> {t('assessment.before', { score: short(before.overall) })}</span>}</dd>
    </div>
  )
}
