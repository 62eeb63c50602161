import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Drawing } from '../../ui/drawing'
import { type Figures, useFigures } from '../../ui/figures'
import { ChartPanel } from '../../ui/kit/ChartPanel'
import { useMode } from '../../ui/mode'
import { accent, type Mode, neutral, state } from '../../ui/theme'
import type { Head } from './server'

/** TrendPanel shows what was owed and late at the ends of months. */
export function TrendPanel({ head: { trend, now }, stale }: { head: Head; stale: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures(now.currency)
  const [mode] = useMode()
  const words = { late: t('receivable.late'), rest: t('receivable.not_late'), dso: t('receivable.key_dso') }
  const drawing = useMemo(() => draw(trend, words, figures, mode), [trend, words.late, words.rest, words.dso, figures, mode])
  const sheet = () => ({
    columns: [t('receivable.month'), t('receivable.total'), t('receivable.late'), t('receivable.share'), t('receivable.key_dso')],
    rows: trend.map((p) => [p.on, p.total / 100, p.late / 100, p.total > 0 ? figures.share(p.late / p.total) : '', figures.decimal(p.dso)]),
  })
  return <ChartPanel title={t('receivable.trend')} subtitle={t('receivable.trend_say', { unit: figures.unit })} sheet={sheet} drawing={drawing} label={t('receivable.trend')} height={200} stale={stale} />
}

type Words = Record<'late' | 'rest' | 'dso', string>

// Bars of what is owed, what is late at their foot.
function draw(trend: Head['trend'], words: Words, figures: Figures, mode: Mode): Drawing {
  const ink = neutral[mode]
  const bar = { type: 'bar' as const, stack: 'owed', barMaxWidth: 26 }
  return {
    grid: { left: 8, right: 8, top: 28, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: { top: 0, right: 0, itemWidth: 10, itemHeight: 10, textStyle: { color: ink.third, fontSize: 12 }, data: [words.late, words.rest] },
    tooltip: { trigger: 'axis', valueFormatter: (v) => figures.sum(v as number) },
    xAxis: { type: 'category', data: trend.map((p) => p.on.slice(2, 7)), axisTick: { show: false }, axisLine: { lineStyle: { color: ink.hair } }, axisLabel: { color: ink.third } },
    yAxis: { type: 'value', splitNumber: 3, axisLabel: { color: ink.third, formatter: figures.tick }, splitLine: { lineStyle: { color: ink.hair } } },
    series: [
      { ...bar, name: words.late, data: trend.map((p) => p.late), itemStyle: { color: state[mode].blocked.fill } },
      { ...bar, name: words.rest, data: trend.map((p) => p.total - p.late), itemStyle: { color: accent[mode] } },
    ],
  }
}
