import './opportunity.css'
import { PlusOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { KeyFigures } from '../../ui/kit/KeyFigures'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { usePeople } from '../../ui/people'
import { Slot } from '../../ui/Slot'
import { DealForm } from './DealForm'
import { DealTable } from './DealTable'
import { categories, type Page, type Sort, states, useDeals, useWays, type Which } from './server'
import { useSaid } from './words'

const blank = { search: '', state: 'open', category: '', owner: '', at: '', late: '', sort: 'expected', desc: '' }

/** DealsScreen is the list of deals, in the order and as far as somebody asks for. */
export default function DealsScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const go = useNavigate()
  const [adding, add] = useState(false)
  const [asked, set] = useAddress(blank)
  const which = whichOf(asked)
  const { data, error, refetch, hasNextPage, fetchNextPage, isPlaceholderData } = useDeals(which)
  const first = data?.pages[0]
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const query = new URLSearchParams(Object.entries(which).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])))
  const button = may('opportunity:write') && <Button type="primary" icon={<PlusOutlined />} onClick={() => add(true)}>{t('opportunity.new')}</Button>
  return (
    <div className="stack">
      <PageHead title={t('opportunity.opportunities')}>
        <nav className="opportunity-ways" aria-label={t('opportunity.ways')}><Slot name="opportunity.way" /></nav>
        {may('opportunity:export') && <Button href={`/api/opportunities/export?${query}`}>{t('opportunity.export')}</Button>}
        {button}
      </PageHead>
      <Sieve asked={asked} onChange={set} />
      <Fault error={error} onRetry={() => void refetch()} />
      {!first ? !error && <Waiting rows={8} /> : <>
        <Totals page={first} stale={isPlaceholderData} />
        <Panel title={t(`opportunity.state_${which.state ?? 'open'}`)} stale={isPlaceholderData}>
          {rows.length === 0 ? <Empty action={button}>{t(query.size > 1 ? 'opportunity.none_such' : 'opportunity.none')}</Empty>
            : <DealTable rows={rows} sort={which.sort} desc={which.desc} onSort={(sort) => set({ sort, desc: which.sort === sort && !which.desc ? 'yes' : '' })} />}
          {hasNextPage && <Button block onClick={() => void fetchNextPage()}>{t('opportunity.more')}</Button>}
        </Panel>
      </>}
      {adding && <DealForm onDone={(id) => { add(false); if (id) void go({ to: '/opportunities/$opportunity', params: { opportunity: id } } as never) }} />}
    </div>
  )
}

type Asked = typeof blank

function whichOf(a: Asked): Which {
  const [process, stage] = a.at.split('.')
  return { search: a.search || undefined, state: a.state as Which['state'], category: (a.category || undefined) as Which['category'], owner: a.owner || undefined,
    process: process || undefined, stage: stage || undefined, late: a.late ? true : undefined, sort: a.sort as Sort, desc: a.desc ? true : undefined }
}

/** Sieve narrows the list. */
function Sieve({ asked, onChange }: { asked: Asked; onChange: (some: Partial<Asked>) => void }) {
  const { t } = useTranslation()
  const said = useSaid()
  const { everybody } = usePeople()
  const { data: ways = [] } = useWays()
  const steps = ways.map((w) => ({ label: said(w), options: [{ value: w.key, label: said(w) }, ...w.stages.map((s) => ({ value: `${w.key}.${s.key}`, label: `${said(s)} ${s.percent}%` }))] }))
  return (
    <div className="opportunity-sieve">
      <Input.Search allowClear aria-label={t('opportunity.search')} placeholder={t('opportunity.search')} defaultValue={asked.search} onSearch={(search) => onChange({ search })} maxLength={60} />
      <Select value={asked.state} onChange={(state) => onChange({ state })} aria-label={t('opportunity.state')} popupMatchSelectWidth={false} options={states.map((value) => ({ value, label: t(`opportunity.state_${value}`) }))} />
      <Select allowClear value={asked.at || undefined} onChange={(at) => onChange({ at: at ?? '' })} aria-label={t('opportunity.stage')} placeholder={t('opportunity.every_stage')} popupMatchSelectWidth={false} options={steps} />
      <Select allowClear value={asked.category || undefined} onChange={(category) => onChange({ category: category ?? '' })} aria-label={t('opportunity.category')} placeholder={t('opportunity.every_category')} popupMatchSelectWidth={false} options={categories.map((value) => ({ value, label: t(`opportunity.category_${value}`) }))} />
      <Select allowClear value={asked.owner || undefined} onChange={(owner) => onChange({ owner: owner ?? '' })} aria-label={t('opportunity.owner')} placeholder={t('opportunity.everybody')} popupMatchSelectWidth={false} showSearch={{ optionFilterProp: 'label' }} options={everybody} />
      <Checkbox checked={!!asked.late} onChange={(e) => onChange({ late: e.target.checked ? 'yes' : '' })} title={t('opportunity.only_late_says')}>{t('opportunity.only_late')}</Checkbox>
    </div>
  )
}

function Totals({ page: { totals }, stale }: { page: Page; stale: boolean }) {
  const { t } = useTranslation()
  const { count, sum, unit } = useFigures()
  return (
    <KeyFigures stale={stale} figures={[
      { title: t('opportunity.count'), value: count(totals.count), note: totals.unknown > 0 && t('opportunity.unknown', { count: totals.unknown }) },
      { title: `${t('opportunity.amount')} ${unit}`, value: sum(totals.amount_minor) },
      { title: `${t('opportunity.weighted')} ${unit}`, value: sum(totals.weighted_minor), note: t('opportunity.weighted_says') },
    ]} />
  )
}
