import './pool.css'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { PoolTable } from './PoolTable'
import { RulesDrawer } from './RulesDrawer'
import { type Filter, query, type Standing, usePool, useStanding, useTake } from './server'
import { WarningsPanel } from './WarningsPanel'

const usual: Filter = { search: '', region: '', industry: '', latest: '' }

/** PoolScreen lists what belongs to nobody, for the first who asks, and what is about to fall back. */
export default function PoolScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const [ruling, rule] = useState(false)
  const [filter, set] = useAddress(usual)
  const { data: standing } = useStanding()
  const list = usePool(filter)
  const take = useTake() // here, since the table ends with its last row
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const filtered = !!(filter.search || filter.region || filter.industry)
  return (
    <div className="stack pool-screen">
      <PageHead title={t('pool.pool')} note={standing && <Says standing={standing} />}>
        {may('pool:govern') && <Button onClick={() => rule(true)}>{t('pool.rules')}</Button>}
      </PageHead>
      <Panel title={t('pool.takeable')} subtitle={t('pool.pool_says')} stale={list.isPlaceholderData}
        extra={may('pool:export') && <Button size="small" href={`/api/pool/export?${new URLSearchParams(query(filter) as Record<string, string>)}`}>{t('pool.export')}</Button>}>
        <Narrow filter={filter} standing={standing} onChange={set} />
        <Fault error={take.error} />
        <Fault error={list.error} onRetry={() => void list.refetch()} />
        {!list.data ? !list.error && <Waiting rows={6} />
          : rows.length === 0 ? <Empty action={filtered && <Button onClick={() => set(usual)}>{t('pool.region_all')}</Button>}>{t(filtered ? 'pool.no_match' : 'pool.empty')}</Empty>
          : <PoolTable rows={rows} take={take} />}
        {list.hasNextPage && <Button block onClick={() => void list.fetchNextPage()}>{t('pool.more')}</Button>}
      </Panel>
      {may('pool:watch') && <WarningsPanel />}
      {ruling && <RulesDrawer onDone={() => rule(false)} />}
    </div>
  )
}

function Says({ standing: { count: all, held, today, rules } }: { standing: Standing }) {
  const { t } = useTranslation()
  const { count } = useFigures()
  return t('pool.count_says', { count: all >= 1000 ? `${count(1000)}+` : count(all), held: count(held), most: count(rules.most), today: count(today), daily: count(rules.daily) })
}

function Narrow({ filter, standing, onChange }: { filter: Filter; standing?: Standing; onChange: (to: Partial<Filter>) => void }) {
  const { t } = useTranslation()
  const choice = (all: string[] | undefined, every: string) => [{ value: '', label: t(every) }, ...(all ?? []).map((value) => ({ value, label: value }))]
  return (
    <div className="pool-narrow">
      <Input.Search allowClear aria-label={t('pool.search')} placeholder={t('pool.search')} defaultValue={filter.search} maxLength={60} onSearch={(search) => onChange({ search })} />
      <Select aria-label={t('pool.region')} value={filter.region} onChange={(region) => onChange({ region })} options={choice(standing?.places.regions, 'pool.region_all')} popupMatchSelectWidth={false} />
      <Select aria-label={t('pool.industry')} value={filter.industry} onChange={(industry) => onChange({ industry })} options={choice(standing?.places.industries, 'pool.industry_all')} popupMatchSelectWidth={false} />
      <Button type={filter.latest ? 'primary' : 'default'} aria-pressed={!!filter.latest} onClick={() => onChange({ latest: filter.latest ? '' : '1' })}>{t('pool.latest')}</Button>
    </div>
  )
}
