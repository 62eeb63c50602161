import './receivable.css'
import { DownloadOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { today } from '../../ui/day'
import { Fault } from '../../ui/Fault'
import { missing, useFigures } from '../../ui/figures'
import { Day } from '../../ui/kit/Day'
import { Empty } from '../../ui/kit/Empty'
import { KeyFigures } from '../../ui/kit/KeyFigures'
import { PageHead } from '../../ui/kit/PageHead'
import { UnitSwitch } from '../../ui/kit/UnitSwitch'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { Slot } from '../../ui/Slot'
import { AgeingPanel } from './AgeingPanel'
import { type Head, useAgeing, useChoices, useHead } from './server'
import { TrendPanel } from './TrendPanel'

/** MoneyScreen answers who owes what since when, and whether that gets better. */
export default function MoneyScreen() {
  const { t } = useTranslation()
  const [choices, set] = useChoices()
  const head = useHead()
  const ageing = useAgeing()
  const account = choices.account || (choices.by === 'account' ? ageing.data?.rows[0]?.account : undefined)
  const now = head.data?.now
  return (
    <div className="wide money">
      <PageHead title={t('receivable.money')} note={now && t('receivable.title_note', { scope: t(now.whole ? 'receivable.scope_whole' : 'receivable.scope_own'), accounts: now.owing })}>
        <nav className="money-ways"><Slot name="money.way" /></nav>
        <UnitSwitch />
        <Day label={t('receivable.as_of')} value={choices.as_of || today()} onChange={(as_of) => set({ as_of })} />
        <Select aria-label={t('receivable.known')} value={choices.then} onChange={(then) => set({ then })} popupMatchSelectWidth={false}
          options={[{ value: '', label: t('receivable.known_now') }, { value: '1', label: t('receivable.known_then') }]} />
        <Export />
      </PageHead>
      <Fault error={head.error ?? ageing.error} onRetry={() => { void head.refetch(); void ageing.refetch() }} />
      {!head.data || !ageing.data ? !head.error && !ageing.error && <Waiting rows={10} /> : ageing.data.rows.length === 0 ? <Nothing /> : (
        <>
          <Totals head={head.data} stale={head.isPlaceholderData} />
          <div className="money-grid">
            <div className="money-side">
              <AgeingPanel ageing={ageing.data} stale={ageing.isPlaceholderData} chosen={account} />
              <Slot name="money.row" />
            </div>
            <div className="money-side">
              {account ? <Slot name="money.panel" account={account} /> : <p className="third money-choose">{t('receivable.choose')}</p>}
              <TrendPanel head={head.data} stale={head.isPlaceholderData} />
            </div>
          </div>
        </>
      )}
    </div>
  )
}

function Export() {
  const { t } = useTranslation()
  const may = useMay()
  const [{ by, as_of, then }] = useChoices()
  if (!may('receivable:export')) return null
  const query = new URLSearchParams(Object.entries({ by, as_of, then: then && 'true' }).filter(([, v]) => v))
  return <Button icon={<DownloadOutlined />} href={`/api/money/ageing/export?${query}`}>{t('receivable.export')}</Button>
}

function Nothing() {
  const { t } = useTranslation()
  const may = useMay()
  return <Empty action={may('import:write') && <Link to={'/data' as never}><Button type="primary">{t('receivable.to_import')}</Button></Link>}>{t('receivable.empty')}</Empty>
}

/** Totals are the figures of the day, each beside what it should be or was. */
function Totals({ head: { now, target, before, last }, stale }: { head: Head; stale: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures(now.currency)
  const share = now.total > 0 ? now.late / now.total : null
  const days = (n: number | null) => (n == null ? missing : t('receivable.dso_days', { n: figures.decimal(n) }))
  return (
    <KeyFigures stale={stale} figures={[
      { title: t('receivable.key_total', { unit: figures.unit }), value: figures.sum(now.total), note: t('receivable.key_total_note', { n: now.owing, count: now.count }) },
      { title: t('receivable.late'), value: figures.sum(now.late), note: t('receivable.key_late_note', { n: now.behind, change: figures.more(now.late - before) }) },
      { title: t('receivable.key_share'), value: <em className={share != null && share * 100 > target ? 'money-over' : undefined}>{figures.share(share)}</em>, note: t('receivable.key_share_note', { target }) },
      { title: t('receivable.key_dso'), value: days(now.dso), note: t('receivable.key_dso_note', { last: figures.decimal(last.dso) }) },
      { title: t('receivable.key_soon'), value: figures.sum(now.soon), note: t('receivable.key_soon_note') },
      { title: t('receivable.key_advance'), value: figures.sum(now.advance), note: t('receivable.key_advance_note') },
    ]} />
  )
}
