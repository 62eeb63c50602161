import './risk.css'
import { DownloadOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { missing, useFigures } from '../../ui/figures'
import { PlainChip, StateChip, TierWord } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { KeyFigures } from '../../ui/kit/KeyFigures'
import { Matrix } from '../../ui/kit/Matrix'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { UnitSwitch } from '../../ui/kit/UnitSwitch'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { usePeople } from '../../ui/people'
import { LevelChip } from './Level'
import { RecoveryPanel } from './RecoveryPanel'
import { type Asked, type Board, causes, type Row, useBoard } from './server'

const scale = [5, 4, 3, 2, 1]

/** RiskScreen lists the accounts that may break off, where most is at stake first, and those that are to be won back. */
export default function RiskScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const [{ level, state, cause, cell }, set] = useAddress({ level: '', state: '', cause: '', cell: '' })
  const [probability, impact] = cell.split('x').map(Number)
  const asked = { level: level || undefined, state: state || undefined, cause: cause || undefined, probability: probability || undefined, impact: impact || undefined } as Asked
  const pages = useBoard(asked)
  const [first] = pages.data?.pages ?? []
  const rows = pages.data?.pages.flatMap((p) => p.rows) ?? []
  const figures = useFigures(first?.currency)
  const narrow = new URLSearchParams(Object.entries(asked).flatMap(([k, v]) => (v ? [[k, String(v)]] : [])))
  const only = (key: 'level' | 'state', value: string) => () => set({ level: '', state: '', [key]: (key === 'level' ? level : state) === value ? '' : value })
  return (
    <div className="risk-screen">
      <PageHead title={t('risk.title')} note={first && [first.today, first.scope === 'own' && t('risk.own')].filter(Boolean).join(' · ')}>
        <UnitSwitch />
        <Select value={cause} onChange={(cause) => set({ cause })} aria-label={t('risk.cause')} popupMatchSelectWidth={false} options={[{ value: '', label: `${t('risk.cause')}: ${t('risk.all')}` }, ...causes.map((value) => ({ value, label: t(`risk.cause_${value}`) }))]} />
        {may('risk:export') && <Button icon={<DownloadOutlined />} href={`/api/risks/export?${narrow}`}>{t('risk.export')}</Button>}
      </PageHead>
      <Fault error={pages.error} onRetry={() => void pages.refetch()} />
      {first && <KeyFigures stale={pages.isPlaceholderData} figures={[
        { title: t('risk.broken_count'), value: figures.count(first.broken), onOpen: only('state', 'broken') },
        { title: t('risk.red_count'), value: figures.count(first.red), onOpen: only('level', 'red') },
        { title: t('risk.yellow_count'), value: figures.count(first.yellow), onOpen: only('level', 'yellow') },
        { title: t('risk.green_count'), value: figures.count(first.green), onOpen: only('level', 'green') },
        { title: t('risk.signals'), value: figures.count(first.signals), onOpen: only('state', 'signals') },
      ]} />}
      <div className="risk-columns">
        <Panel title={t('risk.title')} subtitle={[level && t(`risk.level_${level}`), state && t(`risk.state_${state}`), cell && t('risk.cell_says', { probability, impact, count: rows.length })].filter(Boolean).join(' · ')} stale={pages.isPlaceholderData}
          extra={(level || state || cause || cell) && <Button size="small" onClick={() => set({ level: '', state: '', cause: '', cell: '' })}>{t('risk.all')}</Button>}>
          {!first ? !pages.error && <Waiting rows={8} /> : rows.length ? <Rows rows={rows} board={first} /> : <Empty>{t(level || state || cause || cell ? 'risk.no_match' : 'risk.no_board')}</Empty>}
          {pages.hasNextPage && <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('risk.more')}</Button>}
        </Panel>
        {first && <Squares board={first} onOpen={(key) => set({ cell: cell === key ? '' : key })} />}
      </div>
      <RecoveryPanel />
    </div>
  )
}

/** Squares is the matrix of probability and impact: how many causes of accounts stand in each. */
function Squares({ board, onOpen }: { board: Board; onOpen: (key: string) => void }) {
  const { t } = useTranslation()
  const at = (p: number, i: number) => board.cells.find((c) => c.probability === p && c.impact === i)!
  const table = () => ({ columns: [t('risk.probability'), t('risk.impact'), t('risk.level'), t('risk.cell_count', { count: '' })], rows: board.cells.filter((c) => c.count).map((c) => [c.probability, c.impact, t(`risk.level_${c.level}`), c.count]) })
  return (
    <Panel title={t('risk.matrix')} subtitle={t('risk.matrix_note')} sheet={table}>
      <div className="risk-axis"><span>{t('risk.probability')}</span></div>
      <Matrix label={t('risk.matrix')} onOpen={onOpen} columns={[1, 2, 3, 4, 5].map(String)} rows={scale.map((p) => ({
        name: String(p),
        cells: [1, 2, 3, 4, 5].map((i) => {
          const c = at(p, i)
          return { key: `${p}x${i}`, count: c.count ? String(c.count) : '', caption: '', label: `${t('risk.cell_says', { probability: p, impact: i, count: c.count })} ${t(`risk.level_${c.level}`)}`, className: `risk-${c.level}`, closed: !c.count }
        }),
      }))} />
      <div className="risk-axis along"><span>{t('risk.impact')}</span></div>
    </Panel>
  )
}

function Rows({ rows, board }: { rows: Row[]; board: Board }) {
  const { t } = useTranslation()
  const figures = useFigures(board.currency)
  return (
    <div className="sheet" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('risk.account')}</th>
            <th scope="col">{t('risk.level')}</th>
            <th scope="col">{t('risk.cause')}</th>
            <th scope="col" className="number wide">{t('risk.sales')} ({figures.unit})</th>
            <th scope="col">{t('risk.signals')}</th>
            <th scope="col" className="wide">{t('risk.counter')}</th>
            <th scope="col" className="wide">{t('risk.owner')}</th>
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
  const { name } = usePeople()
  const worst = r.causes.find((c) => c.cause === r.cause)
  return (
    <tr>
      <td><Link to="/accounts/$id" params={{ id: r.id } as never} search={{ tab: 'development.tab' } as never}>{r.name}</Link>{r.tier && <> <TierWord tier={r.tier} /></>}{r.broken && <> <StateChip state="blocked">{t('risk.broken')}</StateChip></>}</td>
      <td><LevelChip level={r.level} score={r.score || undefined} />{r.since && <small className="third">{t('risk.account_since', { on: figures.day(r.since, board.today) })}</small>}</td>
      <td>{r.cause ? t(`risk.cause_${r.cause}`) : missing}{r.stale > 0 && <small className="soon">{t('risk.stale_count', { count: r.stale })}</small>}</td>
      <td className="number wide">{figures.sum(r.sales)}</td>
      <td>{r.signals > 0 ? <PlainChip>{t('risk.signal_count', { count: r.signals })}</PlainChip> : missing}</td>
      <td className="wide said">{worst?.counter || missing}{r.late > 0 && <StateChip state="blocked">{t('risk.late_count', { count: r.late })}</StateChip>}</td>
      <td className="wide">{name(worst?.owner || r.owner) || missing}</td>
    </tr>
  )
}
