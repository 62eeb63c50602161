import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Drawing, Mark } from '../../ui/drawing'
import { type Figures, useFigures } from '../../ui/figures'
import { ChartPanel } from '../../ui/kit/ChartPanel'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { useMode } from '../../ui/mode'
import { type Mode, neutral, type Tier, tier } from '../../ui/theme'
import { type Answer, useBehind } from './ask'
import { ModelPanel } from './ModelPanel'

type Matrix = Answer<'matrix'>

/** MatrixPanel asks where to invest: what accounts could bring, and how strong we are there. */
export function MatrixPanel() {
  const { t } = useTranslation()
  return <ModelPanel model="matrix" title={t('portfolio.model_matrix')}>{(answer, stale) => <Bubbles matrix={answer} stale={stale} />}</ModelPanel>
}

const quadrants = [
  { quadrant: 'harvest', hue: 'MASS', symbol: 'circle', corner: 'insideBottomLeft' },
  { quadrant: 'selective', hue: 'NAMED', symbol: 'triangle', corner: 'insideBottomRight' },
  { quadrant: 'maintain', hue: 'NONNAMED', symbol: 'rect', corner: 'insideTopLeft' },
  { quadrant: 'invest', hue: 'MAJOR', symbol: 'circle', corner: 'insideTopRight' },
] as const satisfies { quadrant: string; hue: Tier; symbol: string; corner: string }[]

function Bubbles({ matrix, stale }: { matrix: Matrix; stale: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures(matrix.currency)
  const [mode] = useMode()
  const { open } = useBehind()
  const go = useNavigate()
  const groups = useMemo(() => quadrants.map((q) => ({ ...q, name: t(`invest.${q.quadrant}`), points: matrix.points.filter((p) => p.quadrant === q.quadrant) })), [matrix, t])
  const drawing = useMemo(() => draw(matrix, groups, mode, figures), [matrix, groups, mode, figures])
  const mark = ({ area, series, index }: Mark) => {
    if (area) return open('matrix', quadrants[index]?.quadrant ?? 'invest')
    const point = groups.find((g) => g.quadrant === series)?.points[index]
    if (point) void go({ to: '/accounts/$id', params: { id: point.id } } as never)
  }
  const sheet = () => ({
    columns: [t('portfolio.account'), t('invest.potential.total'), t('invest.strength.total'), t('portfolio.amount_in', { unit: figures.unit }), t('portfolio.model_matrix')],
    rows: matrix.points.map((p) => [p.name, p.potential, p.strength, p.amount / 100, t(`invest.${p.quadrant}`)]),
  })
  const unrated = matrix.unrated.count > 0 && <button type="button" className="link small" onClick={() => open('matrix', 'incomplete')}>{t('portfolio.unrated', { count: figures.count(matrix.unrated.count) })}</button>
  if (!matrix.points.length) return <Panel title={t('portfolio.model_matrix')}><Empty action={unrated}>{t('portfolio.nobody_rated')}</Empty></Panel>
  return (
    <ChartPanel title={t('portfolio.model_matrix')} subtitle={t('portfolio.matrix_axes')} extra={unrated} sheet={sheet} stale={stale}
      note={matrix.exit.count > 0 && <button type="button" className="link" onClick={() => open('matrix', 'exit')}>{t('portfolio.exit_count', { count: figures.count(matrix.exit.count) })}</button>}
      drawing={drawing} label={t('portfolio.matrix_say', { count: figures.count(matrix.points.length) })} onMark={mark} />
  )
}

type Group = (typeof quadrants)[number] & { name: string; points: Matrix['points'] }

function draw(m: Matrix, groups: Group[], mode: Mode, figures: Figures): Drawing {
  const hues = tier[mode], { text, surface } = neutral[mode]
  const [x, y] = [m.cuts[0] ?? 50, m.cuts[1] ?? 50]
  const largest = Math.max(1, ...m.points.map((p) => p.amount))
  const edges = { harvest: [0, x, 0, y], selective: [x, 100, 0, y], maintain: [0, x, y, 100], invest: [x, 100, y, 100] }
  const axis = { type: 'value' as const, min: 0, max: 100, interval: 25, splitLine: { show: false } }
  return {
    grid: { left: 4, right: 8, top: 6, bottom: 0 },
    tooltip: { trigger: 'item' },
    xAxis: axis,
    yAxis: axis,
    series: groups.map((g, k) => ({
      id: g.quadrant, type: 'scatter', symbol: g.symbol, animation: false,
      symbolSize: (_: unknown, { dataIndex }: { dataIndex: number }) => 5 + 17 * Math.sqrt(Math.max(0, g.points[dataIndex]?.amount ?? 0) / largest),
      itemStyle: { color: hues[g.hue].fill, opacity: 0.75 },
      tooltip: { formatter: ({ dataIndex }: { dataIndex: number }) => tip(g.points[dataIndex], figures) },
      data: g.points.map((p) => [p.potential, p.strength]),
      ...(k === 0 && {
        markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: text, type: [4, 3], width: 1 }, data: [{ xAxis: x }, { yAxis: y }] },
        markArea: { itemStyle: { color: 'transparent' }, emphasis: { disabled: true }, data: groups.map(area) },
      }),
    })) as Drawing['series'],
  }

  function area({ quadrant, hue, corner, name }: Group) {
    const [x0, x1, y0, y1] = edges[quadrant]
    const label = { position: corner, color: hues[hue].text, fontSize: 12, fontWeight: 600, distance: 5, backgroundColor: surface, padding: [1, 4], borderRadius: 3 }
    return [{ coord: [x0, y0], name: `${name}  ${figures.count(m.quadrants.find((q) => q.quadrant === quadrant)?.count)}`, label }, { coord: [x1, y1] }]
  }
}

const tip = (p: Matrix['points'][number] | undefined, figures: Figures) =>
  p ? `${p.name}\n${figures.decimal(p.potential)} · ${figures.decimal(p.strength)}\n${figures.sum(p.amount)} ${figures.unit}` : ''
