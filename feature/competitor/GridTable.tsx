import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Why } from '../../ui/kit/Why'
import { CellForm } from './CellForm'
import type { Cell, Grid, Spot } from './server'

/** GridTable is who is strong with which product, and our advantage; each cell opens its factors. */
export function GridTable({ grid, spot, title }: { grid: Grid; spot: Spot; title: string }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const [cell, rate] = useState<Partial<Cell>>()
  const names = [t('competitor.we'), ...grid.rivals.map((r) => r.name)]
  const table = () => ({
    columns: [t('competitor.product'), ...names, t('competitor.advantage')],
    rows: grid.lines.map((l) => [l.product, ...l.cells.map((c) => c.value), l.ratio]),
  })
  const add = grid.write && <Button size="small" type={grid.lines.length ? 'default' : 'primary'} onClick={() => rate({})}>{t('competitor.add_line')}</Button>
  return (
    <Panel title={title} subtitle={grid.advantage == null ? undefined : `${t('competitor.advantage')} ${figures.decimal(grid.advantage, 2)} · ${t('competitor.advantage_note')}`} sheet={grid.lines.length ? table : undefined} extra={grid.lines.length ? add : undefined}>
      {grid.lines.length === 0 ? <Empty action={add || undefined}>{t('competitor.grid_empty')}</Empty> : (
        <div className="sheet rival-grid" tabIndex={0}>
          <table>
            <thead><tr><th scope="col">{t('competitor.product')}</th>{names.map((n, i) => <th key={i} scope="col">{n}</th>)}<th scope="col" className="number">{t('competitor.advantage')}</th></tr></thead>
            <tbody>
              {grid.lines.map((l) => (
                <tr key={l.product}>
                  <th scope="row">{l.product}</th>
                  {l.cells.map((c, i) => <td key={i}><Square cell={c} grid={grid} name={t('competitor.cell_of', { product: l.product, name: names[i] })} onRate={grid.write ? () => rate(c) : undefined} /></td>)}
                  <td className="number"><b>{figures.decimal(l.ratio, 2)}</b>{l.best && <small className="third">{l.best}</small>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {cell && <CellForm grid={grid} spot={spot} cell={cell} onDone={() => rate(undefined)} />}
    </Panel>
  )
}

function Square({ cell: c, grid, name, onRate }: { cell: Cell; grid: Grid; name: string; onRate?: () => void }) {
  const { t, i18n } = useTranslation()
  const figures = useFigures()
  const edit = onRate && <Button size="small" type="text" onClick={onRate} aria-label={`${t('competitor.rate')} ${name}`}>{t(c.version ? 'competitor.edit' : 'competitor.rate')}</Button>
  if (!c.version) return <span className="rival-cell"><span className="third">{t('competitor.not_rated')}</span>{edit}</span>
  const chip = <span className={`chip rival-${c.mark}`}>{t(`rivalry.mark_${c.mark}`)} {c.value == null ? t('competitor.rated_of', { rated: c.rated, of: c.of }) : figures.decimal(c.value, 2)}</span>
  return (
    <span className="rival-cell">
      <Why label={name} chip={chip}>{() => (
        <>
          <Reasoned why={c.why!} stand={grid.as_of} />
          <ul className="rival-factors">{grid.factors.map((f) => <li key={f.key}><span>{i18n.language === 'en' ? f.en : f.zh}</span><span className="third">{f.weight}%</span><b>{c.scores[f.key] ?? '—'}</b></li>)}</ul>
          <p className="third">{c.by} · {c.on} · {c.evidence}</p>
        </>
      )}</Why>
      {edit}
      {c.stale && <small className="soon">{t('competitor.stale')}</small>}
    </span>
  )
}
