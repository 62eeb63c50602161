import './fee.css'
import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { today } from '../../ui/day'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { KeyFigures } from '../../ui/kit/KeyFigures'
import { Lists } from '../../ui/kit/Lists'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { BudgetPanel } from './BudgetPanel'
import { FeeTable } from './FeeTable'
import { ResultsPanel } from './ResultsPanel'
import { type State, states, useFees, useTypeName, type Which } from './server'

/** FeesScreen is the register of fees, what budgets have left, and which customers' margins cover what they cost. */
export default function FeesScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const [{ state, type }, set] = useAddress<{ state: '' | State; type: string }>({ state: '', type: '' })
  const which: Which = { state: state || undefined, type: type || undefined }
  const { data, error, refetch, hasNextPage, fetchNextPage, isPlaceholderData } = useFees(which)
  const first = data?.pages[0]
  const { count, exact } = useFigures(first?.currency)
  const name = useTypeName(first?.types)
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const year = today().slice(0, 4)
  const out = (path: string) => ['csv', 'xlsx'].map((kind) => ({ kind: kind.toUpperCase(), address: `/api/fees/${path}?format=${kind}` }))
  return (
    <div className="stack">
      <PageHead title={t('fee.fees')} note={t('fee.says')}>
        <Select value={type} onChange={(type) => set({ type })} aria-label={t('fee.type')} popupMatchSelectWidth={false} options={[{ value: '', label: t('fee.every_type') }, ...(first?.types ?? []).map((one) => ({ value: one.key, label: name(one.key) }))]} />
        <Select value={state} onChange={(state) => set({ state })} aria-label={t('fee.state')} popupMatchSelectWidth={false} options={(['', ...states] as const).map((value) => ({ value, label: t(value ? `fee.state_${value}` : 'fee.every_state') }))} />
        <Lists of={t('fee.fees')} parts={[
          ...(may('fee:export') ? [{ title: t('fee.fees'), out: out('export') }] : []),
          ...(may('fee:export') || may('fee:settle') ? [{ title: t('fee.bookings'), out: may('fee:export') ? out('bookings/export') : [], into: may('fee:settle') ? { address: '/api/fees/bookings/import', accept: '.csv,.xlsx' } : undefined }] : []),
        ]} />
      </PageHead>
      <Fault error={error} onRetry={() => void refetch()} />
      {!first ? !error && <Waiting rows={8} /> : <>
        <KeyFigures stale={isPlaceholderData} figures={[
          { title: t('fee.count'), value: count(first.count) },
          { title: t('fee.agreed'), value: exact(first.agreed), note: first.currency },
          { title: t('fee.paid'), value: exact(first.paid) },
          { title: t('fee.state_waiting'), value: count(first.waiting), onOpen: () => set({ state: 'waiting' }) },
          { title: t('fee.state_blocked'), value: count(first.blocked), onOpen: () => set({ state: 'blocked' }) },
        ]} />
        <Panel title={t('fee.requests')} subtitle={t('fee.requests_say')} stale={isPlaceholderData}>
          {rows.length === 0 ? <Empty action={<Link to="/accounts">{t('ui.to_accounts')}</Link>}>{t('fee.none')}</Empty> : <FeeTable rows={rows} types={first.types} named />}
          {hasNextPage && <Button block onClick={() => void fetchNextPage()}>{t('fee.more')}</Button>}
        </Panel>
        {may('fee:budgets') && <BudgetPanel types={first.types} currency={first.currency} />}
        {may('margin:read') && <ResultsPanel from={`${year}-01-01`} until={`${year}-12-31`} />}
      </>}
    </div>
  )
}
