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

/** ValuesPanel asks what each account brings now, and what it could still bring. */
export function ValuesPanel() {
  const { t } = useTranslation()
  return <ModelPanel model="quadrant" title={t('portfolio.values')}>{(answer, stale) => <Scatter quadrant={answer} stale={stale} />}</ModelPanel>
}

// Drawn in this order: the unimportant first. The tier is the one that the type leads to.
const types = [
  { type: 'I', tier: 'MASS', symbol: 'circle', size: 3.5 },
  { type: 'II', tier: 'NONNAMED', symbol: 'rect', size: 5.5 },
  { type: 'III', tier: 'NAMED', symbol: 'triangle', size: 5.5 },
  { type: 'IV', tier: 'MAJOR', symbol: 'circle', size: 7 },
] as const satisfies { type: string; tier: Tier; symbol: string; size: number }[]

const corners = { I: 'insideBottomLeft', II: 'insideBottomRight', III: 'insideTopLeft', IV: 'insideTopRight' }

function Scatter({ quadrant, stale }: { quadrant: Answer<'quadrant'>; stale: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures(quadrant.currency)
  const [mode] = useMode()
  const { open } = useBehind()
  const go = useNavigate()
  const names = { I: t('portfolio.type_1'), II: t('portfolio.type_2'), III: t('portfolio.type_3'), IV: t('portfolio.type_4') }
  const groups = useMemo(() => types.map((s) => ({ ...s, points: quadrant.points.filter((p) => p.type === s.type) })), [quadrant])
  const drawing = useMemo(() => draw(quadrant, groups, names, mode, figures), [quadrant, groups, mode, figures, names.I])
  const mark = ({ area, series, index }: Mark) => {
    if (area) return open('quadrant', types[index]?.type ?? 'IV')
    const point = groups.find((g) => g.type === series)?.points[index]
    if (point) void go({ to: '/accounts/$id', params: { id: point.id } } as never)
  }
  const sheet = () => ({
    columns: [t('portfolio.account'), t('portfolio.current'), t('portfolio.potential'), t('portfolio.type')],
    rows: quadrant.points.map((p) => [p.name, p.current / 100, p.potential / 100, p.type]),
  })
  const tray = quadrant.tray.count > 0 && <button type="button" className="link small" onClick={() => open('quadrant', 'tray')}>{t('portfolio.tray_short', { count: figures.count(quadrant.tray.count) })}</button>
  if (!quadrant.points.length) {
    return <Panel title={t('portfolio.values')}><Empty action={tray}>{t('portfolio.no_estimates')}</Empty></Panel>
  }
  return (
    <ChartPanel title={t('portfolio.values')} subtitle={t('portfolio.values_axes', { unit: figures.unit })} extra={tray} sheet={sheet} stale={stale}
      note={quadrant.thinned > 0 && t('portfolio.thinned', { count: figures.count(quadrant.thinned) })}
      drawing={drawing} label={t('portfolio.values_say', { big: figures.count(count(quadrant, 'IV')), high: figures.count(count(quadrant, 'III')) })} onMark={mark} />
  )
}

const count = (q: Answer<'quadrant'>, type: string) => q.types.find((m) => m.class === type)?.count ?? 0

type Group = (typeof types)[number] & { points: Answer<'quadrant'>['points'] }

function draw(q: Answer<'quadrant'>, groups: Group[], names: Record<string, string>, mode: Mode, figures: Figures): Drawing {
  const hues = tier[mode], { text, surface } = neutral[mode]
  const x = decades([...q.points.map((p) => p.current), q.current_cut]), y = decades([...q.points.map((p) => p.potential), q.potential_cut])
  const on = (value: number, axis: { min: number }) => Math.max(value, axis.min)
  const axis = { type: 'log' as const, axisLabel: { formatter: figures.tick, hideOverlap: true, showMaxLabel: false }, splitLine: { show: false } }
  const cutX = on(q.current_cut, x), cutY = on(q.potential_cut, y)
  const edges = { I: [x.min, cutX, y.min, cutY], II: [cutX, x.max, y.min, cutY], III: [x.min, cutX, cutY, y.max], IV: [cutX, x.max, cutY, y.max] }
  const area = ({ type, tier }: Group) => {
    const [x0, x1, y0, y1] = edges[type]
    const label = { position: corners[type], color: hues[tier].text, fontSize: 12, fontWeight: 600, distance: 5, backgroundColor: surface, padding: [1, 4], borderRadius: 3 }
    return [{ coord: [x0, y0], name: `${names[type]}  ${figures.count(count(q, type))}`, label }, { coord: [x1, y1] }]
  }
  return {
    grid: { left: 4, right: 8, top: 6, bottom: 0 },
    tooltip: { trigger: 'item' },
    xAxis: { ...axis, ...x },
    yAxis: { ...axis, ...y },
    series: groups.map((g, k) => ({
      id: g.type, type: 'scatter', symbol: g.symbol, symbolSize: g.size, animation: false,
      itemStyle: { color: hues[g.tier].fill, opacity: g.type === 'I' ? 0.45 : 0.82 },
      tooltip: { formatter: ({ dataIndex }: { dataIndex: number }) => tip(g.points[dataIndex], figures) },
      data: g.points.map((p) => [on(p.current, x), on(p.potential, y)]),
      ...(k === 0 && {
        markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: text, type: [4, 3], width: 1 }, data: [{ xAxis: cutX }, { yAxis: cutY }] },
        markArea: { itemStyle: { color: 'transparent' }, emphasis: { disabled: true }, data: groups.map(area) },
      }),
    })) as Drawing['series'],
  }
}

/** decades is an axis from a power of ten on; the lowest hundredth, and what is not positive, stands on its edge. */
export function decades(values: number[]) {
  const positive = values.filter((v) => v > 0).sort((a, b) => a - b)
  if (!positive.length) return { min: 1, max: 10 }
  const low = positive[Math.floor(positive.length / 100)]!
  return { min: 10 ** Math.floor(Math.log10(low)), max: 3 * positive.at(-1)! }
}

const tip = (p: Answer<'quadrant'>['points'][number] | undefined, figures: Figures) =>
  p ? `${p.name}\n${figures.sum(p.current)} · ${figures.sum(p.potential)} ${figures.unit}` : ''
