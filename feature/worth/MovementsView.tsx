import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Figures, useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { Export } from './Export'
import { AccountsOf, useGroupName } from './GroupsView'
import { MovementPanel } from './MovementPanel'
import { type Movements, type MoveStep, none, type Shift, useChoices, useMovements } from './server'

/** MovementsView says why all together, or the group that was chosen, leave more or less than the year before. */
export function MovementsView() {
  const { t } = useTranslation()
  const [{ group }, set] = useChoices()
  const name = useGroupName()
  const { data, error, isPlaceholderData, refetch } = useMovements()
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Panel title={t('worth.moved')}><Waiting rows={10} /></Panel>
  const chosen = group ? data.rows.find((r) => (r.key || none) === group) : undefined
  return (
    <>
      <MovementPanel key={group} title={chosen ? t('worth.moved_of', { name: name(chosen) }) : t('worth.moved_all')} movement={chosen ? { ...data, ...chosen } : data} stale={isPlaceholderData} />
      {chosen && <AccountsOf key={`of ${group}`} group={group} />}
      <Shifts movements={data} chosen={group} onChoose={(key) => set({ group: key === group ? '' : key })} stale={isPlaceholderData} />
    </>
  )
}

const shown = ['before', 'volume', 'mix', 'price', 'cost', 'products', 'accounts', 'other', 'beside', 'now'] as const
type Column = (typeof shown)[number]
const parts: Record<Column, string[]> = {
  before: ['before'], volume: ['volume'], mix: ['mix'], price: ['price'], cost: ['cost'], products: ['added', 'dropped'], accounts: ['won', 'lost'], other: ['other'],
  beside: ['service', 'given', 'credit'], now: ['now'],
}
const of = (steps: MoveStep[], column: Column) => steps.filter((s) => parts[column].includes(s.name)).reduce((sum, s) => sum + s.amount, 0)
const stepsOf = (r: Pick<Shift, 'contribution' | 'sales'>) => (r.contribution.length ? r.contribution : r.sales)

type Sorted = { column: Column | 'change'; up: boolean }

/** Shifts lists groups by how they moved, who brings more first; the last line is the sum. */
function Shifts({ movements: m, chosen, onChoose, stale }: { movements: Movements; chosen: string; onChoose: (key: string) => void; stale: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures(m.currency)
  const name = useGroupName()
  const [{ by }] = useChoices()
  const [{ column, up }, sort] = useState<Sorted>({ column: 'change', up: false })
  const figure = (r: Shift) => (column === 'change' ? of(stepsOf(r), 'now') - of(stepsOf(r), 'before') : of(stepsOf(r), column))
  const rows = [...m.rows].sort((a, b) => (up ? figure(a) - figure(b) : figure(b) - figure(a)))
  const sheet = () => ({
    columns: [t(`worth.by_${by}`), ...shown.map((c) => t(`worth.move_${c}`)), t('worth.move_change')],
    rows: rows.map((r) => [name(r), ...shown.map((c) => of(stepsOf(r), c) / 100), (of(stepsOf(r), 'now') - of(stepsOf(r), 'before')) / 100]),
  })
  const head = (c: Column | 'change', wide: boolean) => (
    <th key={c} scope="col" className={wide ? 'number wide' : 'number'} aria-sort={c === column ? (up ? 'ascending' : 'descending') : undefined}>
      <button type="button" onClick={() => sort({ column: c, up: c === column ? !up : false })}>{t(`worth.move_${c}`)}{c === column && <i aria-hidden="true">{up ? ' ↑' : ' ↓'}</i>}</button>
    </th>
  )
  return (
    <Panel title={t('worth.shifts', { by: t(`worth.by_${by}`) })} subtitle={t('worth.shifts_say', { unit: figures.unit })} sheet={sheet} stale={stale} extra={<Export path="movements" />}
      note={[m.scope === 'own' && t('worth.scope_own'), m.rows.some((r) => r.count === 0) && m.count > 0 && t('worth.shifts_sales')].filter(Boolean).join(' ')}>
      <div className="sheet worth-groups" tabIndex={0}>
        <table>
          <thead><tr><th scope="col">{t(`worth.by_${by}`)}</th>{shown.map((c) => head(c, c !== 'before' && c !== 'now'))}{head('change', false)}</tr></thead>
          <tbody>
            {rows.map((r) => (
              <tr key={r.key || none} className={(r.key || none) === chosen ? 'open' : undefined}>
                <td><button type="button" className="link" aria-pressed={(r.key || none) === chosen} onClick={() => onChoose(r.key || none)}>{name(r)}</button>{r.count === 0 && <small className="third"> {t('worth.part_sales')}</small>}</td>
                <Moves steps={stepsOf(r)} figures={figures} />
              </tr>
            ))}
            {m.rest && <tr className="worth-rest"><td>{t('worth.rest', { count: figures.count(m.more) })}</td><Moves steps={stepsOf(m.rest)} figures={figures} /></tr>}
          </tbody>
          <tfoot><tr><td>{t('worth.sum')}</td><Moves steps={stepsOf(m)} figures={figures} /></tr></tfoot>
        </table>
      </div>
    </Panel>
  )
}

function Moves({ steps, figures }: { steps: MoveStep[]; figures: Figures }) {
  return (
    <>
      {shown.map((c) => {
        const v = of(steps, c), sum = c === 'before' || c === 'now'
        return <td key={c} className={sum ? 'number' : 'number wide'}>{sum ? figures.sum(v) : figures.more(v)}</td>
      })}
      <td className="number"><b>{figures.more(of(steps, 'now') - of(steps, 'before'))}</b></td>
    </>
  )
}
