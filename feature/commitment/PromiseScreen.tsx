import './commitment.css'
import { Button, Select } from 'antd'
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
import { Promises } from './Promises'
import { type Inbox, type Row, type Side, type State, usePromises, type Which, type Whose } from './server'

const groups = ['late', 'week', 'later'] as const

/** PromiseScreen is what somebody has to look after: what is late, due this week, and later. */
export default function PromiseScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const [{ whose, by, state }, set] = useAddress<{ whose: '' | Whose; by: '' | Side; state: State }>({ whose: '', by: '', state: 'pending' })
  const which: Which = { whose: whose || undefined, by: by || undefined, state }
  const { data, error, refetch, hasNextPage, fetchNextPage, isPlaceholderData } = usePromises(which)
  const first = data?.pages[0]
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const asked = new URLSearchParams(Object.entries(which).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return (
    <div className="stack">
      <PageHead title={t('commitment.promises')}>
        <Select value={whose} onChange={(whose) => set({ whose })} aria-label={t('commitment.whose')} popupMatchSelectWidth={false} options={(['', 'mine', 'line'] as const).map((value) => ({ value, label: t(`commitment.whose_${value || 'all'}`) }))} />
        <Select value={by} onChange={(by) => set({ by })} aria-label={t('commitment.by')} popupMatchSelectWidth={false} options={(['', 'us', 'customer'] as const).map((value) => ({ value, label: t(value ? `commitment.by_${value}` : 'commitment.by_both') }))} />
        <Select value={state} onChange={(state) => set({ state })} aria-label={t('commitment.state')} popupMatchSelectWidth={false} options={(['pending', 'kept', 'broken', 'all'] as const).map((value) => ({ value, label: t(`commitment.state_${value}`) }))} />
        {may('commitment:export') && <Button href={`/api/commitments/export?${asked}`}>{t('commitment.export')}</Button>}
      </PageHead>
      <Fault error={error} onRetry={() => void refetch()} />
      {!first ? !error && <Waiting rows={8} /> : <>
        <Totals inbox={first} stale={isPlaceholderData} />
        {rows.length === 0 ? <Panel title={t('commitment.promises')}><Empty>{t('commitment.none')}</Empty></Panel>
          : state !== 'pending' ? <Panel title={t(`commitment.state_${state}`)} stale={isPlaceholderData}><Promises rows={rows} today={first.today} named /></Panel>
          : groups.map((group) => <Group key={group} group={group} rows={rows.filter((r) => r.group === group)} inbox={first} stale={isPlaceholderData} />)}
        {hasNextPage && <Button block onClick={() => void fetchNextPage()}>{t('commitment.more')}</Button>}
      </>}
    </div>
  )
}

function Group({ group, rows, inbox, stale }: { group: (typeof groups)[number]; rows: Row[]; inbox: Inbox; stale: boolean }) {
  const { t } = useTranslation()
  const { count } = useFigures()
  if (rows.length === 0) return null
  return (
    <Panel title={`${t(`commitment.group_${group}`)} ${count(inbox[group])}`} stale={stale}>
      <Promises rows={rows} today={inbox.today} named />
    </Panel>
  )
}

function Totals({ inbox, stale }: { inbox: Inbox; stale: boolean }) {
  const { t } = useTranslation()
  const { count, share } = useFigures()
  return (
    <KeyFigures stale={stale} figures={[
      { title: t('commitment.group_late'), value: count(inbox.late) },
      { title: t('commitment.group_week'), value: count(inbox.week) },
      { title: t('commitment.group_later'), value: count(inbox.later) },
      { title: t('commitment.share'), value: share(inbox.share.share), note: t('commitment.share_of', { promised: count(inbox.share.promised), visits: count(inbox.share.visits) }) },
    ]} />
  )
}
