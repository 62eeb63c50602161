import './coverage.css'
import { Link } from '@tanstack/react-router'
import { Button, Popconfirm, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { Waiting } from '../../ui/kit/Waiting'
import { BudgetForm } from './BudgetForm'
import { PyramidsPanel } from './PyramidsPanel'
import { type Budgets, type Spread, useBudgets, useDiscard, useSpread } from './server'
import { SharesPanel } from './SharesPanel'

/** ResourceScreen lays a budget out over the accounts, and holds it against what was done. */
export default function ResourceScreen() {
  const { t } = useTranslation()
  const { data, error, refetch } = useBudgets()
  const [{ budget }, set] = useAddress({ budget: '' })
  const [forming, form] = useState(false)
  const chosen = data?.rows.find((b) => b.id === budget) ?? data?.rows[0]
  const spread = useSpread(chosen?.id ?? '')
  const [first] = spread.data?.pages ?? []
  return (
    <div className="wide coverage-screen">
      <PageHead title={t('coverage.resources')} note={t('coverage.budgets_say')}>
        <Link to={'/plans/coverage' as never}>{t('coverage.coverage')}</Link>
        {chosen && <Choice budgets={data} value={chosen.id} onChange={(budget) => set({ budget })} />}
        {first?.may && <Discard spread={first} />}
        {data?.may && <Button type="primary" onClick={() => form(true)}>{t('coverage.new_budget')}</Button>}
      </PageHead>
      <Fault error={error ?? spread.error} onRetry={() => void (error ? refetch() : spread.refetch())} />
      {!data && !error && <Waiting rows={8} />}
      {data && !chosen && <Empty action={data.may && <Button type="primary" onClick={() => form(true)}>{t('coverage.new_budget')}</Button>}>{t(data.may ? 'coverage.no_budgets' : 'coverage.no_budgets_read')}</Empty>}
      {chosen && first && (
        <>
          <PyramidsPanel spread={first} />
          <SharesPanel spread={first} rows={spread.data?.pages.flatMap((p) => p.rows) ?? []} onMore={spread.hasNextPage ? () => void spread.fetchNextPage() : undefined} />
        </>
      )}
      {forming && <BudgetForm onDone={(id) => { form(false); if (id) set({ budget: id }) }} />}
    </div>
  )
}

function Choice({ budgets, value, onChange }: { budgets?: Budgets; value: string; onChange: (id: string) => void }) {
  const { t } = useTranslation()
  return (
    <Select aria-label={t('coverage.budget')} value={value} onChange={onChange} popupMatchSelectWidth={false} className="coverage-choice"
      options={budgets?.rows.map((b) => ({ value: b.id, label: `${b.name} · ${b.from.slice(0, 7)} – ${b.until.slice(0, 7)}` }))} />
  )
}

function Discard({ spread }: { spread: Spread }) {
  const { t } = useTranslation()
  const discard = useDiscard(spread)
  return (
    <>
      <Fault error={discard.error} />
      <Popconfirm title={t('coverage.discard_says')} onConfirm={() => discard.mutate(undefined)}><Button loading={discard.isPending}>{t('coverage.discard')}</Button></Popconfirm>
    </>
  )
}
