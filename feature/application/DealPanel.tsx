import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Slots } from '../../ui/feature'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { Gauge } from './Gauge'
import { parts, useAnalysis } from './server'

/** DealPanel is how well the customer of a deal is known; a deal without one has none. */
export default function DealPanel({ deal }: Slots['opportunity.panel']) {
  const { t } = useTranslation()
  const figures = useFigures()
  const { data, error, refetch } = useAnalysis(deal.account ?? '', !!deal.account)
  if (!deal.account) return null
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  const share = (value?: number | null) => (value == null ? t('application.unknown') : figures.share(value / 100))
  const table = () => ({ columns: [t('application.of_parts'), t('application.complete')], rows: parts.map((p) => [t(`application.part_${p}`), data!.known[p] ?? null]) })
  return (
    <Panel title={t('application.complete')} sheet={data && table} extra={<Link to="/accounts/$id" params={{ id: deal.account } as never} search={{ tab: 'application.tab' } as never}>{t('application.tab')}</Link>}>
      {data ? <><Gauge analysis={data} /><p className="second">{parts.map((p) => `${t(`application.part_${p}`)} ${share(data.known[p])}`).join(' · ')}</p></> : <Waiting rows={3} />}
    </Panel>
  )
}
