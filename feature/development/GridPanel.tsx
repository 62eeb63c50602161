import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { Quadrant } from './Quadrant'
import { type Row, type StageMap, type Template, useRated, type Which } from './server'
import { Squares } from './Squares'

interface Props {
  map: StageMap
  view: 'involvement' | 'squares'
  which: Which
  onCell: (cell: number) => void
  onSquare: (square: number) => void
  onGrid: (grid: Template) => void
}

const grids: Template[] = ['relationship', 'views']

/** GridPanel shows the accounts that somebody has rated: on the plane of product and involvement, or on the 25 squares. */
export function GridPanel({ map, view, which, onCell, onSquare, onGrid }: Props) {
  const { t } = useTranslation()
  const { data, error, refetch } = useRated()
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Panel title={t('development.rated')}><Waiting rows={6} /></Panel>
  const rows = data.rows
  const dots = rows.flatMap((r) => (r.product !== null && r.involvement !== null ? [{ key: r.id, name: r.name, product: r.product, involvement: r.involvement }] : []))
  const grid = map.grids[which.grid]
  return (
    <Panel title={t(view === 'involvement' ? 'involvement.name' : 'square.name')} subtitle={view === 'squares' ? t('square.own') : t('development.rated_say', { count: data.count })} sheet={() => table(rows, t)}
      extra={view === 'squares' && <Segmented<Template> size="small" aria-label={t('square.name')} value={which.grid} onChange={onGrid} options={grids.map((value) => ({ value, label: t(`square.value_${value}`) }))} />}
      note={data.count > rows.length && t('development.rated_part', { count: rows.length })}>
      {rows.length === 0 ? <Empty>{t('development.none_rated')}</Empty>
        : view === 'involvement' ? <Quadrant dots={dots} chosen={which.cell} onCell={onCell} />
        : <Squares grid={grid} counts={counted(rows, which.grid)} chosen={which.square} onSquare={onSquare} />}
    </Panel>
  )
}

function counted(rows: Row[], grid: Template) {
  const counts: Record<number, number> = {}
  for (const row of rows) {
    const at = grid === 'views' ? row.views : row.relation
    if (!at) continue
    const square = (at.y - 1) * 5 + at.x
    counts[square] = (counts[square] ?? 0) + 1
  }
  return counts
}

const table = (rows: Row[], t: (key: string) => string) => ({
  columns: [t('development.account_code'), t('development.account_name'), t('involvement.product'), t('involvement.involvement'), t('development.cell'), t('square.relationship_x'), t('square.relationship_y'), t('square.views_y')],
  rows: rows.map((r) => [r.code, r.name, r.product, r.involvement, t(`involvement.cell_${r.cell}`), r.relation?.x ?? null, r.relation?.y ?? null, r.views?.y ?? null]),
})
