import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Drawing } from '../../ui/drawing'
import { type Figures, useFigures } from '../../ui/figures'
import { ChartPanel } from '../../ui/kit/ChartPanel'
import { useMode } from '../../ui/mode'
import { accent, chartTheme, type Mode } from '../../ui/theme'
import type { Indicator } from './server'
import { write } from './write'

/** TrendPanel is the course of a figure, with what is aimed at as a line. */
export function TrendPanel({ indicator }: { indicator: Indicator }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const [mode] = useMode()
  const title = t(`kpi.name_${indicator.name}`), target = t('kpi.target'), benchmark = t('kpi.cut_benchmark')
  const drawing = useMemo(() => draw(indicator, { title, target, benchmark }, mode, figures), [indicator, title, target, benchmark, mode, figures])
  const unit = indicator.unit === 'amount' ? ` · ${figures.unit}` : ''
  const sheet = () => ({ columns: [t('kpi.until'), title, target], rows: indicator.trend.map((p) => [p.until, cell(indicator, p.value), cell(indicator, indicator.target)]) })
  const known = indicator.trend.filter((p) => p.value != null)
  const said = known.length === 1 ? t('kpi.trend_today') : t('kpi.trend_says')
  return <ChartPanel title={`${t('kpi.trend')}: ${title}`} subtitle={said + unit} sheet={sheet} drawing={drawing} height={230} label={`${title}, ${indicator.trend.map((p) => `${p.until} ${write(indicator.unit, p.value, figures)}`).join(', ')}`} />
}

const cell = (i: Indicator, value: number | null) => (value == null ? null : i.unit === 'amount' ? value / 100 : value)

function draw(i: Indicator, names: { title: string; target: string; benchmark: string }, mode: Mode, figures: Figures): Drawing {
  const written = (value: unknown) => write(i.unit, typeof value === 'number' ? value : null, figures)
  const grey = chartTheme(mode).color[1]
  const level = (id: string, name: string, value: number | null) =>
    value == null ? [] : [{ id, name, type: 'line' as const, data: i.trend.map(() => value), symbol: 'none', lineStyle: { color: grey, width: 1.5, type: 'dashed' as const }, itemStyle: { color: grey } }]
  return {
    legend: { right: 0, top: 0 },
    grid: { left: 0, right: 12, top: 28, bottom: 0 },
    tooltip: { trigger: 'axis', valueFormatter: written },
    xAxis: { type: 'category', data: i.trend.map((p) => p.until.slice(0, 7)) },
    yAxis: { type: 'value', scale: true, splitNumber: 3, axisLabel: { formatter: (value: number) => (i.unit === 'amount' ? figures.tick(value) : i.unit === 'share' ? figures.share(value) : String(value)) } },
    series: [
      { id: 'value', name: names.title, type: 'line', data: i.trend.map((p) => p.value ?? '-'), symbol: 'circle', symbolSize: 5, lineStyle: { color: accent[mode], width: 2 }, itemStyle: { color: accent[mode] } },
      ...level('target', names.target, i.target), ...level('benchmark', names.benchmark, i.benchmark),
    ],
  }
}
