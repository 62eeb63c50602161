import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Figures, missing, useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Attained } from './Attained'
import { grade } from './months'
import type { Board, Row } from './server'

interface Props {
  title: string
  subtitle?: string
  board: Pick<Board, 'year' | 'measure' | 'as_of' | 'currency' | 'calendar'>
  rows: Row[]
  chosen?: string
  stale?: boolean
  onChoose?: (row: Row) => void
  onEdit?: (row: Row) => void
  onTakeOver?: (row: Row) => void
}

/** idOf names a row of the board. */
export const idOf = (row: Row) => `${row.kind}:${row.user ?? row.line}`

/** BoardPanel is the board as a map of warmth: row by row and month by month what was done of what is wanted. */
export function BoardPanel({ title, subtitle, board, rows, chosen, stale, onChoose, onEdit, onTakeOver }: Props) {
  const { t } = useTranslation()
  const figures = useFigures(board.currency)
  const sheet = () => ({
    columns: [t('target.name'), t('target.kind'), ...board.calendar.months.flatMap((m, i) => [t('target.target_of', { month: i + 1, to: m.to }), t('target.actual_of', { month: i + 1 })]), t('target.wanted'), t('target.sold'), t('target.attainment'), t('target.forecast'), t('target.gap'), t('target.open')],
    rows: rows.map((r) => [r.name || t('target.no_name'), t(`target.kind_${r.kind}`), ...r.target.flatMap((v, i) => [v / 100, (r.actual[i] ?? 0) / 100]), r.wanted / 100, r.sold / 100, figures.share(r.attainment), yuan(r.forecast), yuan(r.gap), r.open ? r.open.reduce((a, b) => a + b, 0) / 100 : null]),
  })
  return (
    <Panel title={title} subtitle={subtitle ?? t('target.board_says', { unit: figures.unit })} sheet={sheet} stale={stale}>
      {rows.length === 0 ? <Empty>{t('target.no_rows')}</Empty> : (
        <div className="sheet target-board" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('target.name')}</th>
                {board.calendar.months.map((m, i) => <th key={m.from} scope="col" className="number wide" title={`${m.from} – ${m.to}`}>{t('target.short_month', { month: i + 1 })}</th>)}
                <th scope="col" className="number">{t('target.wanted')}</th>
                <th scope="col">{t('target.to_date')}</th>
                <th scope="col" className="number tablet">{t('target.forecast')}</th>
                <th scope="col" className="number tablet">{t('target.gap')}</th>
                {onEdit && <th scope="col"><span className="unseen">{t('target.change')}</span></th>}
              </tr>
            </thead>
            <tbody>{rows.map((r) => (
              <tr key={idOf(r)} className={idOf(r) === chosen ? 'open' : r.kind === 'team' ? 'team' : undefined}>
                <td style={{ paddingLeft: 8 + 14 * r.depth }}>
                  {onChoose ? <button type="button" className="link" aria-pressed={idOf(r) === chosen} onClick={() => onChoose(r)}>{named(r, t)}</button> : named(r, t)}
                  {r.left && <small className="soon">{t('target.has_left')}{onTakeOver && r.version > 0 && <Button size="small" type="link" onClick={() => onTakeOver(r)}>{t('target.take_over')}</Button>}</small>}
                  {r.place !== undefined && r.place > 0 && <small className="third">{t('target.place', { place: r.place })}</small>}
                </td>
                {board.calendar.months.map((m, i) => <Cell key={m.from} actual={r.actual[i] ?? 0} target={r.target[i] ?? 0} begun={m.from <= board.as_of} figures={figures} />)}
                <td className="number"><Sum row={r} figures={figures} /></td>
                <td><Attained row={r} board={board} /></td>
                <td className="number tablet">{figures.sum(r.forecast)}</td>
                <td className={`number tablet${(r.gap ?? 0) < 0 ? ' late' : ''}`}>{figures.more(r.gap)}</td>
                {onEdit && <td><Button size="small" type="text" aria-label={`${t(r.version ? 'target.change' : 'target.set')} ${named(r, t)}`} onClick={() => onEdit(r)}>{t(r.version ? 'target.change' : 'target.set')}</Button></td>}
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
      <p className="target-key third">{[0, 1, 2, 3, 4].map((step) => <span key={step}><i className={`target-${step}`} aria-hidden="true" />{t(`target.step_${step}`)}</span>)}</p>
    </Panel>
  )
}

const yuan = (minor: number | null) => (minor === null ? null : minor / 100)

/** named is what a row is called: a team by who leads it. */
export const named = (r: Row, t: (key: string, args?: Record<string, unknown>) => string) =>
  r.kind === 'team' ? t('target.team_of', { name: r.name }) : r.name || t('target.no_name')

/** Sum is what is wanted of the year and, of a team, what none of its people has. */
function Sum({ row, figures }: { row: Row; figures: Figures }) {
  const { t } = useTranslation()
  if (!row.version) return <>{missing}</>
  const open = row.open?.reduce((a, b) => a + b, 0) ?? 0
  return <>{figures.sum(row.wanted)}{open !== 0 && <small className={open < 0 ? 'soon' : 'third'}>{t(open < 0 ? 'target.over' : 'target.left_open', { sum: figures.sum(Math.abs(open)) })}</small>}</>
}

function Cell({ actual, target, begun, figures }: { actual: number; target: number; begun: boolean; figures: Figures }) {
  const { t } = useTranslation()
  const says = t('target.cell', { actual: figures.sum(actual), target: figures.sum(target) })
  if (!begun) return <td className="number wide third" title={says}>{target ? figures.sum(target) : missing}</td>
  const step = grade(actual, target)
  return <td className={`number wide${step === undefined ? '' : ` target-${step}`}`} title={says}>{target > 0 ? figures.share(actual / target, 0) : figures.sum(actual)}</td>
}
