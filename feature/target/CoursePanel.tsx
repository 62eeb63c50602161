import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Drawing } from '../../ui/drawing'
import { type Figures, useFigures } from '../../ui/figures'
import { ChartPanel } from '../../ui/kit/ChartPanel'
import { usePhone } from '../../ui/media'
import { useMode } from '../../ui/mode'
import { accent, chartTheme, type Mode } from '../../ui/theme'
import { named } from './BoardPanel'
import type { Board, Row } from './server'

/** CoursePanel is one row's year: what was done beside what is wanted and what was done the year before. */
export function CoursePanel({ board, row }: { board: Board; row: Row }) {
  const { t } = useTranslation()
  const figures = useFigures(board.currency)
  const phone = usePhone()
  const [mode] = useMode()
  const names = { actual: t('target.actual'), target: t('target.target'), before: t('target.year_before') }
  const drawing = useMemo(() => draw(board, row, names, mode, figures), [board, row, names.actual, mode, figures])
  const sheet = () => ({
    columns: [t('target.month'), t('target.from'), t('target.to'), names.target, names.actual, t('target.attainment'), names.before],
    rows: board.calendar.months.map((m, i) => {
      const target = row.target[i] ?? 0, actual = row.actual[i] ?? 0
      return [i + 1, m.from, m.to, target / 100, m.from <= board.as_of ? actual / 100 : null, m.from <= board.as_of && target > 0 ? figures.share(actual / target) : null, (row.before[i] ?? 0) / 100]
    }),
  })
  const said = t('target.course_says', { name: named(row, t), unit: figures.unit })
  return <ChartPanel title={t('target.course')} subtitle={said} sheet={sheet} drawing={drawing} label={`${t('target.course')}, ${said}`} height={phone ? 200 : 240} />
}

function draw(board: Board, row: Row, names: { actual: string; target: string; before: string }, mode: Mode, figures: Figures): Drawing {
  const grey = chartTheme(mode).color[1]
  return {
    legend: { data: [{ name: names.actual, icon: 'roundRect' }, { name: names.target, icon: 'circle' }, { name: names.before, icon: 'circle' }], right: 0, top: 0 },
    grid: { left: 0, right: 4, top: 28, bottom: 0 },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: (value) => (value == null ? '' : figures.sum(Number(value))) },
    xAxis: { type: 'category', data: board.calendar.months.map((_, i) => String(i + 1)), axisLabel: { interval: 0 } },
    yAxis: { type: 'value', splitNumber: 3, axisLabel: { formatter: figures.tick } },
    series: [
      { id: 'actual', name: names.actual, type: 'bar', barWidth: '52%', itemStyle: { color: accent[mode] }, data: board.calendar.months.map((m, i) => (m.from <= board.as_of ? (row.actual[i] ?? 0) : null)) },
      { id: 'target', name: names.target, type: 'line', step: 'middle', symbol: 'none', lineStyle: { width: 2, color: chartTheme(mode).color[2] }, itemStyle: { color: chartTheme(mode).color[2] }, data: row.version ? row.target : [] },
      { id: 'before', name: names.before, type: 'line', symbol: 'circle', symbolSize: 4, lineStyle: { width: 1, type: 'dashed', color: grey }, itemStyle: { color: grey }, data: row.before },
    ],
  }
}
