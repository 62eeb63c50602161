import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { Matrix } from '../../ui/kit/Matrix'
import { Panel } from '../../ui/kit/Panel'
import { type Answer, useBehind } from './ask'
import { ModelPanel } from './ModelPanel'

/** GridPanel asks who could buy much more than he does. */
export function GridPanel() {
  const { t } = useTranslation()
  return <ModelPanel model="grid" title={t('portfolio.grid')}>{(answer, stale) => <PotentialGrid grid={answer} stale={stale} />}</ModelPanel>
}

type Cell = Answer<'grid'>['cells'][number]

function PotentialGrid({ grid, stale }: { grid: Answer<'grid'>; stale: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures(grid.currency)
  const { open } = useBehind()
  const cell = (c: Cell) => ({
    key: `${c.x},${c.y}`,
    ...face(c, figures.count),
    label: t(c.status === 'conflict' ? 'portfolio.grid_conflict_cell' : 'portfolio.grid_cell', { x: c.x, y: c.y, class: c.class }),
    className: look(c),
    style: c.status === 'conflict' ? undefined : { background: `var(--class-${c.class}-tint)`, color: c.count ? `var(--class-${c.class}-text)` : 'var(--second)' },
    closed: c.status === 'conflict' && !c.count,
  })
  const row = (y: number) => ({ name: String(y), cells: grid.cells.filter((c) => c.y === y).sort((a, b) => a.x - b.x).map(cell) })
  const sheet = () => ({
    columns: ['X', 'Y', t('portfolio.class'), t('portfolio.accounts'), t('portfolio.amount_in', { unit: figures.unit }), t('portfolio.share')],
    rows: grid.cells.map((c) => [c.x, c.y, c.class, c.count, c.amount / 100, figures.share(c.share)]),
  })
  return (
    <Panel title={t('portfolio.grid')} subtitle={t('portfolio.grid_axes')} sheet={sheet} stale={stale}>
      <div className="matrix-box">
        <Matrix label={t('portfolio.grid')} rows={[4, 3, 2, 1, 0].map(row)} columns={['0', '1', '2', '3', '4']} onOpen={(mark) => open('grid', mark)} />
        <div className="legend">
          <span><i style={{ background: 'var(--class-A-tint)' }} />{t('portfolio.grid_published')}</span>
          <span><i className="grid-completed" />{t('portfolio.grid_completed')}</span>
          <span><i className="grid-conflict hot" />{t('portfolio.grid_conflict')}</span>
          <i className="grow" />
          {grid.tray.count > 0 && <button type="button" className="link" onClick={() => open('grid', 'tray')}>{t('portfolio.tray_count', { count: figures.count(grid.tray.count) })}</button>}
        </div>
      </div>
    </Panel>
  )
}

const look = (c: Cell) => ({ published: '', completed: 'grid-completed', conflict: c.count ? 'grid-conflict hot' : 'grid-conflict' })[c.status]

function face(c: Cell, count: (n: number) => string) {
  if (c.status !== 'conflict') return { count: count(c.count), caption: c.status === 'completed' ? c.class + '°' : c.class }
  return c.count ? { count: count(c.count), caption: `→(${c.to.join(',')})` } : { count: '', caption: '✗' }
}
