import './claim.css'
import { useState } from 'react'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { AskPanel } from './AskPanel'
import { ClaimTable } from './ClaimTable'
import { NewsPanel } from './NewsPanel'
import { RulesForm } from './RulesForm'
import { type State, useClaims, useStanding, type Which } from './server'

const states: State[] = ['asked', 'clashing', 'granted', 'refused', 'expired', 'returned', 'opened']
type Shown = '' | 'mine' | 'decide' | State

const whichOf = (show: Shown): Which => (show === 'mine' ? { mine: true } : show === 'decide' ? { decide: true } : show ? { state: show } : {})

/** ClaimScreen answers whether a company is taken, and lists who has registered which. */
export default function ClaimScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { count } = useFigures()
  const [ruling, rule] = useState(false)
  const [{ show }, set] = useAddress<{ show: Shown }>({ show: '' })
  const { data: standing } = useStanding()
  const list = useClaims(whichOf(show))
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const options: { value: Shown; label: string }[] = [
    { value: '', label: t('claim.show_all') },
    { value: 'mine', label: t('claim.show_mine') },
    ...(may('claim:decide') ? [{ value: 'decide' as const, label: `${t('claim.show_decide')} ${count(standing?.decide ?? 0)}` }] : []),
    ...states.map((value) => ({ value, label: t(`claim.state_${value}`) })),
  ]
  return (
    <div className="stack claim-screen">
      <PageHead title={t('claim.way')} note={standing && may('claim:write') && t('claim.live_of', { live: count(standing.live), most: count(standing.rules.most) })}>
        {may('claim:govern') && standing && <Button onClick={() => rule(true)}>{t('claim.rules')}</Button>}
      </PageHead>
      {may('claim:check') && <AskPanel />}
      {standing && standing.news.length > 0 && <NewsPanel news={standing.news} />}
      <Panel title={t('claim.claims')} subtitle={t('claim.claims_says')} stale={list.isPlaceholderData}
        extra={<span className="claim-tools">
          <Select<Shown> size="small" value={show} onChange={(show) => set({ show })} aria-label={t('claim.show')} options={options} popupMatchSelectWidth={false} />
          {may('claim:export') && <Button size="small" href={`/api/claims/export?${new URLSearchParams(whichOf(show) as Record<string, string>)}`}>{t('claim.export')}</Button>}
        </span>}>
        <Fault error={list.error} onRetry={() => void list.refetch()} />
        {!list.data ? !list.error && <Waiting rows={5} /> : rows.length === 0 ? <Empty>{t('claim.none')}</Empty> : <ClaimTable rows={rows} />}
        {list.hasNextPage && <Button block onClick={() => void list.fetchNextPage()}>{t('claim.more')}</Button>}
      </Panel>
      {ruling && standing && <RulesForm rules={standing.rules} onDone={() => rule(false)} />}
    </div>
  )
}
