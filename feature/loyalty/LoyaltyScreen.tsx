import './loyalty.css'
import { DownloadOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { missing, useFigures } from '../../ui/figures'
import { TierWord } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { KeyFigures } from '../../ui/kit/KeyFigures'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { Moved, RungChip } from './RungChip'
import { type Asked, type Board, type Cell, objectives, type Row, useBoard } from './server'

/** LoyaltyScreen is the ladder of all accounts: how many stand where, who moved, and every account against every line. */
export default function LoyaltyScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const [{ line, objective, rung, moved }, set] = useAddress({ line: '', objective: '', rung: '', moved: '' })
  const asked = { line: line || undefined, objective: objective || undefined, rung: Number(rung) || undefined, moved: moved || undefined } as Asked
  const pages = useBoard(asked)
  const [first] = pages.data?.pages ?? []
  const rows = pages.data?.pages.flatMap((p) => p.rows) ?? []
  const figures = useFigures(first?.currency)
  const narrow = new URLSearchParams(Object.entries(asked).flatMap(([k, v]) => (v ? [[k, String(v)]] : [])))
  const m = first?.movement
  return (
    <div className="loyalty-screen">
      <PageHead title={t('loyalty.title')} note={first?.scope === 'own' ? t('loyalty.own') : t('loyalty.question')}>
        <Select value={line} onChange={(line) => set({ line })} aria-label={t('loyalty.line')} popupMatchSelectWidth={false} options={[{ value: '', label: `${t('loyalty.line')}: ${t('loyalty.all')}` }, ...(first?.lines ?? []).map((value) => ({ value, label: value }))]} />
        <Segmented aria-label={t('loyalty.objective')} value={objective} onChange={(objective) => set({ objective })} options={[{ value: '', label: t('loyalty.all') }, ...objectives.map((value) => ({ value, label: t(`loyalty.objective_${value}`) }))]} />
        {may('loyalty:export') && <Button icon={<DownloadOutlined />} href={`/api/loyalty/export?${narrow}`}>{t('loyalty.export')}</Button>}
      </PageHead>
      <Fault error={pages.error} onRetry={() => void pages.refetch()} />
      {m && <KeyFigures stale={pages.isPlaceholderData} figures={[
        { title: t('loyalty.rate'), value: figures.share(m.rate), note: t('loyalty.movement_note', { from: m.from, to: m.to }) },
        { title: t('loyalty.up_count'), value: figures.count(m.up), onOpen: () => set({ moved: moved === 'up' ? '' : 'up' }) },
        { title: t('loyalty.down_count'), value: figures.count(m.down), onOpen: () => set({ moved: moved === 'down' ? '' : 'down' }) },
        { title: t('loyalty.customers'), value: figures.count(m.customers) },
      ]} />}
      <div className="loyalty-columns">
        {first && <Steps board={first} rung={Number(rung)} onOpen={(r) => set({ rung: String(r) === rung ? '' : String(r) })} />}
        <Panel title={t('loyalty.matrix')} stale={pages.isPlaceholderData} extra={(line || objective || rung || moved) && <Button size="small" onClick={() => set({ line: '', objective: '', rung: '', moved: '' })}>{t('loyalty.all')}</Button>}>
          {!first ? !pages.error && <Waiting rows={8} /> : rows.length ? <Grid rows={rows} lines={line ? [line] : first.lines} /> : <Empty>{t(line || objective || rung || moved ? 'loyalty.no_match' : 'loyalty.no_board')}</Empty>}
          {pages.hasNextPage && <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('loyalty.more')}</Button>}
        </Panel>
      </div>
    </div>
  )
}

/** Steps is the ladder: how many accounts and lines stand on each rung. */
function Steps({ board, rung, onOpen }: { board: Board; rung: number; onOpen: (rung: number) => void }) {
  const { t } = useTranslation()
  const most = Math.max(1, ...board.steps.map((s) => s.count))
  const table = () => ({ columns: [t('loyalty.rung'), t('loyalty.objective'), t('loyalty.rungs')], rows: board.steps.map((s) => [t(`loyalty.rung_${s.rung ? `R${s.rung}` : 'unknown'}`), t(`loyalty.objective_${s.objective}`), s.count]) })
  return (
    <Panel title={t('loyalty.ladder')} subtitle={t('loyalty.ladder_note')} sheet={table}>
      <ol className="loyalty-steps">
        {board.steps.map((s) => (
          <li key={s.rung} className={`loyalty-${s.objective || 'none'}${s.rung && s.rung === rung ? ' open' : ''}`}>
            <button type="button" aria-pressed={s.rung > 0 && s.rung === rung} disabled={s.rung === 0} onClick={() => onOpen(s.rung)}>
              <span>{t(`loyalty.rung_${s.rung ? `R${s.rung}` : 'unknown'}`)}</span>
              <i style={{ width: `${(s.count / most) * 100}%` }} />
              <b>{s.count}</b>
            </button>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function Grid({ rows, lines }: { rows: Row[]; lines: string[] }) {
  const { t } = useTranslation()
  return (
    <div className="sheet loyalty-grid" tabIndex={0}>
      <table>
        <thead><tr><th scope="col">{t('loyalty.account')}</th>{lines.map((line) => <th key={line} scope="col">{line}</th>)}</tr></thead>
        <tbody>
          {rows.map((r) => (
            <tr key={r.id}>
              <th scope="row"><Link to="/accounts/$id" params={{ id: r.id } as never} search={{ tab: 'development.tab' } as never}>{r.name}</Link>{r.tier && <> <TierWord tier={r.tier} /></>}</th>
              {lines.map((line) => <td key={line}><Square cell={r.cells.find((c) => c.line === line)} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Square({ cell: c }: { cell?: Cell }) {
  const figures = useFigures()
  if (!c) return <span className="third">{missing}</span>
  return <><RungChip rung={c.rung} objective={c.objective} /> <Moved rung={c.rung} was={c.was} /><small className="third">{figures.share(c.share, 0)}</small></>
}
