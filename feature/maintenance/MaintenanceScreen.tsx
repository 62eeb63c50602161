import './maintenance.css'
import { DownloadOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { missing, useFigures } from '../../ui/figures'
import { PlainChip, StateChip, TierWord } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { KeyFigures } from '../../ui/kit/KeyFigures'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { UnitSwitch } from '../../ui/kit/UnitSwitch'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { type Asked, type Board, forms, type Row, useBoard } from './server'

/** MaintenanceScreen is how all accounts are looked after: who gets too little, what it took, and what is done this month. */
export default function MaintenanceScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const [{ state, month }, set] = useAddress({ state: '', month: '' })
  const pages = useBoard({ state: state || undefined, month: month || undefined } as Asked)
  const [first] = pages.data?.pages ?? []
  const rows = pages.data?.pages.flatMap((p) => p.rows) ?? []
  const figures = useFigures(first?.currency)
  const only = (value: string) => () => set({ state: state === value ? '' : value })
  return (
    <div className="maintenance-screen">
      <PageHead title={t('maintenance.title')} note={first?.scope === 'own' ? t('maintenance.own') : t('maintenance.question')}>
        <UnitSwitch />
        {may('maintenance:export') && <Button icon={<DownloadOutlined />} href="/api/maintenance/export">{t('maintenance.export')}</Button>}
      </PageHead>
      <Fault error={pages.error} onRetry={() => void pages.refetch()} />
      {first && <KeyFigures stale={pages.isPlaceholderData} figures={[
        { title: t('maintenance.short'), value: figures.count(first.short), onOpen: only('short') },
        { title: t('maintenance.single'), value: figures.count(first.single), onOpen: only('single') },
        { title: t('maintenance.year_spend', { months: first.months }), value: figures.sum(first.spend), note: figures.unit },
        ...first.forms.map((f) => ({ title: t(`maintenance.form_${f.form}`), value: figures.count(f.count) })),
      ]} />}
      {first && <Calendar board={first} onMonth={(month) => set({ month })} />}
      <Panel title={t('maintenance.coverage')} stale={pages.isPlaceholderData} extra={state && <Button size="small" onClick={() => set({ state: '' })}>{t('maintenance.all')}</Button>}>
        {!first ? !pages.error && <Waiting rows={8} /> : rows.length ? <Rows rows={rows} board={first} /> : <Empty>{t(state ? 'maintenance.no_match' : 'maintenance.no_board')}</Empty>}
        {pages.hasNextPage && <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('maintenance.more')}</Button>}
      </Panel>
    </div>
  )
}

/** Calendar is what was done, or is intended, in a month. */
function Calendar({ board, onMonth }: { board: Board; onMonth: (month: string) => void }) {
  const { t } = useTranslation()
  const step = (months: number) => {
    const day = new Date(board.month)
    day.setUTCMonth(day.getUTCMonth() + months)
    onMonth(day.toISOString().slice(0, 10))
  }
  const table = () => ({ columns: [t('maintenance.on'), t('maintenance.account'), t('maintenance.form'), t('maintenance.what')], rows: board.days.map((d) => [d.on, d.name, t(`maintenance.form_${d.form}`), d.title]) })
  return (
    <Panel title={t('maintenance.calendar')} subtitle={t('maintenance.calendar_note', { month: board.month.slice(0, 7), count: board.days.length })} sheet={table}
      extra={<span className="maintenance-buttons"><Button size="small" onClick={() => step(-1)}>{t('maintenance.previous_month')}</Button><Button size="small" onClick={() => step(1)}>{t('maintenance.next_month')}</Button></span>}>
      {board.days.length ? (
        <ol className="maintenance-days">
          {board.days.map((d) => <li key={d.id}><b>{d.on.slice(5)}</b> <PlainChip outlined={d.on > board.today}>{t(`maintenance.form_${d.form}`)}</PlainChip> <Link to="/accounts/$id" params={{ id: d.account } as never} search={{ tab: 'development.tab' } as never}>{d.name}</Link> <span className="second">{d.title}</span></li>)}
        </ol>
      ) : <Empty>{t('maintenance.no_days')}</Empty>}
    </Panel>
  )
}

function Rows({ rows, board }: { rows: Row[]; board: Board }) {
  const { t } = useTranslation()
  return (
    <div className="sheet maintenance-rows" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('maintenance.account')}</th>
            <th scope="col">{t('maintenance.coverage')}</th>
            {forms.map((f) => <th key={f} scope="col" className="number wide">{t(`maintenance.form_${f}`)}</th>)}
            <th scope="col" className="number wide">{t('maintenance.spend')}</th>
            <th scope="col">{t('maintenance.last')}</th>
          </tr>
        </thead>
        <tbody>{rows.map((r) => <Line key={r.id} row={r} board={board} />)}</tbody>
      </table>
    </div>
  )
}

function Line({ row: r, board }: { row: Row; board: Board }) {
  const { t } = useTranslation()
  const figures = useFigures(board.currency)
  return (
    <tr>
      <td><Link to="/accounts/$id" params={{ id: r.id } as never} search={{ tab: 'development.tab' } as never}>{r.name}</Link>{r.tier && <> <TierWord tier={r.tier} /></>}</td>
      <td><StateChip state={!r.met ? 'blocked' : r.single ? 'ask' : 'ok'}>{t('maintenance.coverage_says', { used: r.used, wanted: r.wanted })}</StateChip>{r.single && <small className="third">{t('maintenance.single')} {figures.share(r.largest, 0)}</small>}</td>
      {r.forms.map((n, i) => <td key={forms[i]} className="number wide">{n || missing}</td>)}
      <td className="number wide">{figures.sum(r.spend)}</td>
      <td>{r.last ?? missing}</td>
    </tr>
  )
}
