import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Drawing, Mark } from '../../ui/drawing'
import { type Figures, missing, useFigures } from '../../ui/figures'
import { ChartPanel } from '../../ui/kit/ChartPanel'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { useMode } from '../../ui/mode'
import { type Mode, neutral, type Tier, tier } from '../../ui/theme'
import { type Answer, useBehind } from './ask'
import { ModelPanel } from './ModelPanel'
import { Returns } from './Returns'

type Efforts = Answer<'effort'>

/** EffortPanel asks whether what is put into accounts is worth it: the fields of input and output, and the ranking by return. */
export function EffortPanel() {
  const { t } = useTranslation()
  return <ModelPanel model="effort" title={t('portfolio.model_effort')}>{(answer, stale) => <><Bubbles efforts={answer} stale={stale} /><Returns efforts={answer} stale={stale} /></>}</ModelPanel>
}

const quadrants = [
  { quadrant: 'standard', hue: 'MASS', symbol: 'circle', corner: 'insideBottomLeft' },
  { quadrant: 'reduce', hue: 'NONNAMED', symbol: 'rect', corner: 'insideBottomRight' },
  { quadrant: 'focus', hue: 'MAJOR', symbol: 'circle', corner: 'insideTopLeft' },
  { quadrant: 'improve', hue: 'NAMED', symbol: 'triangle', corner: 'insideTopRight' },
] as const satisfies { quadrant: string; hue: Tier; symbol: string; corner: string }[]

function Bubbles({ efforts, stale }: { efforts: Efforts; stale: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures(efforts.currency)
  const [mode] = useMode()
  const { open } = useBehind()
  const go = useNavigate()
  const groups = useMemo(() => quadrants.map((q) => ({ ...q, name: t(`effort.short_${q.quadrant}`), points: efforts.points.filter((p) => p.quadrant === q.quadrant) })), [efforts, t])
  const drawing = useMemo(() => draw(efforts, groups, mode, figures), [efforts, groups, mode, figures])
  const mark = ({ area, series, index }: Mark) => {
    if (area) return open('effort', quadrants[index]?.quadrant ?? 'focus')
    const point = groups.find((g) => g.quadrant === series)?.points[index]
    if (point) void go({ to: '/accounts/$id', params: { id: point.id } } as never)
  }
  const sheet = () => ({
    columns: [t('portfolio.account'), t('effort.input'), t('effort.output'), t('portfolio.spent_in', { unit: figures.unit }), t('effort.roi'), t('portfolio.model_effort')],
    rows: efforts.points.map((p) => [p.name, p.input, p.output, p.spent / 100, p.roi ?? '', t(`effort.${p.quadrant}`)]),
  })
  const blank = efforts.blank.count > 0 && <button type="button" className="link small" onClick={() => open('effort', 'incomplete')}>{t('portfolio.effort_blank', { count: figures.count(efforts.blank.count) })}</button>
  if (!efforts.points.length) return <Panel title={t('portfolio.model_effort')} className="effort"><Empty action={blank}>{t('portfolio.nothing_put_in')}</Empty></Panel>
  return (
    <ChartPanel className="effort" title={t('portfolio.model_effort')} subtitle={t('portfolio.effort_axes', { since: efforts.since, until: efforts.until })} extra={blank} sheet={sheet} stale={stale}
      drawing={drawing} label={t('portfolio.effort_say', { count: figures.count(efforts.points.length) })} onMark={mark} />
  )
}

type Group = (typeof quadrants)[number] & { name: string; points: Efforts['points'] }

function draw(e: Efforts, groups: Group[], mode: Mode, figures: Figures): Drawing {
  const hues = tier[mode], { text, surface } = neutral[mode]
  const [x, y] = [stretched(e.cuts?.[0] ?? 0), stretched(e.cuts?.[1] ?? 0)]
  const largest = Math.max(1, ...e.points.map((p) => p.sales))
  const edges = { standard: [0, x, 0, y], reduce: [x, 100, 0, y], focus: [0, x, y, 100], improve: [x, 100, y, 100] }
  const axis = { type: 'value' as const, min: 0, max: 100, interval: 50, splitLine: { show: false }, axisLabel: { formatter: (v: number) => String(v * v / 100) } }
  return {
    grid: { left: 4, right: 8, top: 6, bottom: 0 },
    tooltip: { trigger: 'item' },
    xAxis: axis,
    yAxis: axis,
    series: groups.map((g, k) => ({
      id: g.quadrant, type: 'scatter', symbol: g.symbol, animation: false,
      symbolSize: (_: unknown, { dataIndex }: { dataIndex: number }) => 5 + 17 * Math.sqrt(Math.max(0, g.points[dataIndex]?.sales ?? 0) / largest),
      itemStyle: { color: hues[g.hue].fill, opacity: 0.75 },
      tooltip: { formatter: ({ dataIndex }: { dataIndex: number }) => tip(g.points[dataIndex], figures) },
      data: g.points.map((p) => [stretched(p.input), stretched(p.output)]),
      ...(k === 0 && e.cuts && {
        markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: text, type: [4, 3], width: 1 }, data: [{ xAxis: x }, { yAxis: y }] },
        markArea: { itemStyle: { color: 'transparent' }, emphasis: { disabled: true }, data: groups.map(area) },
      }),
    })) as Drawing['series'],
  }

  function area({ quadrant, hue, corner, name }: Group) {
    const [x0, x1, y0, y1] = edges[quadrant]
    const label = { position: corner, color: hues[hue].text, fontSize: 12, fontWeight: 600, distance: 5, backgroundColor: surface, padding: [1, 4], borderRadius: 3 }
    return [{ coord: [x0, y0], name: `${name}  ${figures.count(e.quadrants.find((q) => q.quadrant === quadrant)?.count)}`, label }, { coord: [x1, y1] }]
  }
}

// stretched gives the many small indices room: the largest customers decide what counts as 100.
const stretched = (index: number) => 10 * Math.sqrt(Math.max(0, index))

const tip = (p: Efforts['points'][number] | undefined, figures: Figures) =>
  p ? `${p.name}\n${figures.decimal(p.input)} → ${figures.decimal(p.output)}\n${figures.sum(p.spent)} → ${p.gross === null ? missing : figures.sum(p.gross)} ${figures.unit}` : ''
