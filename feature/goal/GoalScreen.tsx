import './goal.css'
import { DownloadOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { KeyFigures } from '../../ui/kit/KeyFigures'
import { PageHead } from '../../ui/kit/PageHead'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { usePeople } from '../../ui/people'
import { PeoplePanel } from './PeoplePanel'
import { ProposeForm } from './ProposeForm'
import { RowsPanel } from './RowsPanel'
import { type Goals, type Show, shown, type Sort, useGoals } from './server'

/** GoalScreen answers what is wanted of whose accounts, and where the most can still be won. */
export default function GoalScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { name } = usePeople()
  const [proposing, propose] = useState(false)
  const [{ year, owner, show, sort }, set] = useAddress<{ year: string; owner: string; show: Show; sort: Sort }>({ year: '0', owner: '', show: '', sort: 'space' })
  const pages = useGoals({ year: Number(year) || 0, owner, show, sort })
  const first = pages.data?.pages[0]
  const rows = pages.data?.pages.flatMap((p) => p.rows) ?? []
  const people = first?.people.flatMap((p) => (p.owner ? [{ value: p.owner, label: name(p.owner) }] : [])) ?? []
  const query = new URLSearchParams(Object.entries({ year, owner, show, sort }).filter(([, v]) => v && v !== '0')).toString()
  return (
    <div className="wide goal-screen">
      <PageHead title={t('goal.goals')} note={first && t('goal.as_of', { date: first.as_of })}>
        {first && <Select aria-label={t('goal.year')} value={first.year} onChange={(y) => set({ year: String(y) })} options={[first.year - 1, first.year, first.year + 1].map((value) => ({ value, label: t('goal.of_year', { year: value }) }))} />}
        <Select aria-label={t('goal.person')} value={owner} onChange={(owner) => set({ owner })} popupMatchSelectWidth={false} options={[{ value: '', label: t('goal.everybody') }, ...people]} />
        <Select<Show> aria-label={t('goal.show')} value={show} onChange={(show) => set({ show })} popupMatchSelectWidth={false} options={shown.map((value) => ({ value, label: t(`goal.show_${value || 'asked'}`) }))} />
        {may('goal:export') && <Button icon={<DownloadOutlined />} href={`/api/goals/export${query && `?${query}`}`}>{t('goal.export')}</Button>}
        {may('goal:write') && first && <Button type="primary" onClick={() => propose(true)}>{t('goal.propose')}</Button>}
      </PageHead>
      <Fault error={pages.error} onRetry={() => void pages.refetch()} />
      {!first ? !pages.error && <Waiting rows={10} /> : <>
        <Totals goals={first} stale={pages.isPlaceholderData} onFault={() => set({ show: 'fault' })} onUnset={() => set({ show: 'unset' })} />
        {first.people.length > 1 && <PeoplePanel goals={first} owner={owner} stale={pages.isPlaceholderData} onChoose={(owner) => set({ owner })} />}
        <RowsPanel goals={first} rows={rows} sort={sort} stale={pages.isPlaceholderData} onSort={(sort) => set({ sort })} />
        {pages.hasNextPage && <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('goal.more')}</Button>}
        {proposing && <ProposeForm year={first.year} owner={owner} onDone={() => propose(false)} />}
      </>}
    </div>
  )
}

function Totals({ goals, stale, onFault, onUnset }: { goals: Goals; stale: boolean; onFault: () => void; onUnset: () => void }) {
  const { t } = useTranslation()
  const figures = useFigures(goals.currency)
  const { total } = goals
  return (
    <KeyFigures stale={stale} figures={[
      { title: t('goal.share_known'), value: figures.share(total.share), note: t('goal.of_wallet', { sum: figures.sum(total.wallet) }) },
      { title: t('goal.space_in', { unit: figures.unit }), value: figures.sum(total.space) },
      { title: t('goal.attainment'), value: figures.share(total.wanted > 0 ? total.sold / total.wanted : null), note: t('goal.of_wanted', { sum: figures.sum(total.wanted) }) },
      { title: t('goal.unset'), value: figures.count(total.unset), note: t('goal.of_asked', { count: figures.count(total.asked) }), onOpen: onUnset },
      { title: t('goal.faults'), value: figures.count(total.faults), note: t('goal.faults_say'), onOpen: onFault },
    ]} />
  )
}
