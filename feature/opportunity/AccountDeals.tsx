import './opportunity.css'
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { DealForm } from './DealForm'
import { DealTable } from './DealTable'
import { useAccountDeals } from './server'

/** AccountDeals are the deals of an account: those that somebody works on, and those that have ended. */
export default function AccountDeals({ account }: { account: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const { sum, unit } = useFigures()
  const [adding, add] = useState(false)
  const { data, error, refetch } = useAccountDeals(account)
  const live = data?.rows.filter((r) => r.state === 'open' || r.state === 'nurture') ?? []
  const ended = data?.rows.filter((r) => r.state === 'won' || r.state === 'lost') ?? []
  const button = may('opportunity:write') && <Button size="small" icon={<PlusOutlined />} onClick={() => add(true)}>{t('opportunity.new')}</Button>
  const weighted = live.reduce((all, r) => all + (r.weighted_minor ?? 0), 0)
  return (
    <div className="stack">
      <Panel title={t('opportunity.live')} subtitle={live.length > 0 && t('opportunity.weighted_is', { sum: `${sum(weighted)} ${unit}` })} extra={button}>
        <Fault error={error} onRetry={() => void refetch()} />
        {!data ? !error && <Waiting rows={4} /> : live.length === 0 ? <Empty action={button}>{t('opportunity.none_here')}</Empty> : <DealTable rows={live} here />}
      </Panel>
      {ended.length > 0 && <Panel title={t('opportunity.over')} subtitle={t('opportunity.over_says', { won: ended.filter((r) => r.state === 'won').length, count: ended.length })}><DealTable rows={ended} here /></Panel>}
      {adding && <DealForm account={account} onDone={() => add(false)} />}
    </div>
  )
}
