import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Drawing } from '../../ui/drawing'
import { useFigures } from '../../ui/figures'
import { ChartPanel } from '../../ui/kit/ChartPanel'
import { useMode } from '../../ui/mode'
import { accent, type Mode } from '../../ui/theme'
import type { Board } from './server'

/** CyclePanel is how many of all deals are still undecided after so many days. */
export function CyclePanel({ board: { cycle }, stale }: { board: Board; stale: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const [mode] = useMode()
  const left = t('forecast.cycle_left')
  const drawing = useMemo(() => draw(cycle.steps, left, mode), [cycle.steps, left, mode])
  const says = cycle.median == null ? t('forecast.cycle_unknown') : t('forecast.cycle_median', { days: cycle.median })
  const sheet = () => ({ columns: [t('forecast.cycle_day'), left], rows: cycle.steps.map((s) => [s.day, figures.share(s.left)]) })
  return <ChartPanel title={t('forecast.cycle')} subtitle={says} sheet={sheet} stale={stale} drawing={drawing} height={180} label={`${t('forecast.cycle')}: ${says}`} note={t('forecast.cycle_say', { cases: cycle.cases, ended: cycle.ended })} />
}

function draw(steps: { day: number; left: number }[], left: string, mode: Mode): Drawing {
  const percent = (value: unknown) => `${Math.round(Number(value) * 100)}%`
  return {
    grid: { left: 0, right: 12, top: 12, bottom: 0 },
    tooltip: { trigger: 'axis', valueFormatter: percent },
    xAxis: { type: 'value', min: 0, splitNumber: 4 },
    yAxis: { type: 'value', min: 0, max: 1, splitNumber: 2, axisLabel: { formatter: percent } },
    series: [{ id: 'left', name: left, type: 'line', step: 'end', symbol: 'none', data: [[0, 1], ...steps.map((s) => [s.day, s.left])], lineStyle: { color: accent[mode], width: 2 }, itemStyle: { color: accent[mode] } }],
  }
}
