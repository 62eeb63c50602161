import { useTranslation } from 'react-i18next'
import type { Drawing } from '../../ui/drawing'
import { Fault } from '../../ui/Fault'
import { type Figures, useFigures } from '../../ui/figures'
import { ChartPanel } from '../../ui/kit/ChartPanel'
import { StateChip } from '../../ui/kit/Chip'
import { KeyFigures } from '../../ui/kit/KeyFigures'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Waiting } from '../../ui/kit/Waiting'
import { Why } from '../../ui/kit/Why'
import { useMode } from '../../ui/mode'
import { accent, chartTheme, type Mode } from '../../ui/theme'
import { lights, type Register, type Result, useResult, useTypeName } from './server'

/** ResultPanel is whether what was paid to an account is covered, and from which sales on it would be. */
export function ResultPanel({ account, from, until, types }: { account: string; from: string; until: string; types?: Register['types'] }) {
  const { t } = useTranslation()
  const { data: r, error, refetch } = useResult(account, from, until)
  const figures = useFigures(r?.currency)
  const [mode] = useMode()
  const name = useTypeName(types)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!r) return <Waiting rows={4} />
  const { sum, share, unit } = figures
  const chip = <StateChip state={lights[r.light]}>{t(`fee.light_${r.light}`)}</StateChip>
  const even = r.judged.break_even
  const sheet = () => ({
    columns: [t('fee.input_sales'), t('fee.gross'), t('fee.input_fees'), t('fee.input_net')],
    rows: points(r).map((x) => [x / 100, (x * (r.share ?? 0)) / 100, r.judged.fees / 100, (x * (r.share ?? 0) - r.judged.fees) / 100]),
  })
  return (
    <ChartPanel title={t('fee.result')} subtitle={t('fee.result_says', { from, until, unit })} sheet={sheet} height={220} drawing={draw(r, t, figures, mode)}
      label={t('fee.result_label', { sales: sum(r.sales), fees: sum(r.judged.fees), net: sum(r.judged.net) })}
      extra={r.known ? <Why label={t('fee.light')} chip={chip}>{() => <Reasoned why={r.why} stand={until} currency={r.currency} />}</Why> : chip}
      note={<>
        <KeyFigures figures={[
          { title: t('fee.input_sales'), value: sum(r.sales) },
          { title: t('fee.input_share'), value: share(r.share), note: r.known && !r.own ? t('fee.companys') : undefined },
          { title: t('fee.input_fees'), value: sum(r.judged.fees), note: share(r.judged.rate) },
          { title: t('fee.input_net'), value: r.known ? sum(r.judged.net) : '—' },
          { title: t('fee.even'), value: even == null ? '—' : sum(even) },
        ]} />
        {r.types.map((s) => <span key={s.type} className="third">{name(s.type)} {sum(s.amount)}　</span>)}
      </>} />
  )
}

function points(r: Result) {
  const most = Math.max(r.sales, r.judged.break_even ?? 0, 1) * 1.25
  return [0, 0.2, 0.4, 0.6, 0.8, 1].map((part) => most * part)
}

function draw(r: Result, t: (key: string) => string, figures: Figures, mode: Mode): Drawing {
  const xs = points(r)
  const grey = chartTheme(mode).color[1]
  const dots = [{ value: [r.sales, r.judged.gross], name: t('fee.now') }]
  return {
    legend: { right: 0, top: 0 },
    grid: { left: 0, right: 16, top: 28, bottom: 0 },
    tooltip: { trigger: 'item', valueFormatter: (value) => (Array.isArray(value) ? value.map((v) => figures.sum(Number(v))).join(' / ') : figures.sum(Number(value))) },
    xAxis: { type: 'value', name: t('fee.input_sales'), nameLocation: 'middle', nameGap: 24, axisLabel: { formatter: (value: number) => figures.tick(value) } },
    yAxis: { type: 'value', splitNumber: 3, axisLabel: { formatter: (value: number) => figures.tick(value) } },
    series: [
      { id: 'gross', name: t('fee.gross'), type: 'line', symbol: 'none', data: xs.map((x) => [x, x * (r.share ?? 0)]), lineStyle: { color: accent[mode], width: 2 }, itemStyle: { color: accent[mode] } },
      { id: 'fees', name: t('fee.input_fees'), type: 'line', symbol: 'none', data: xs.map((x) => [x, r.judged.fees]), lineStyle: { color: grey, width: 1.5, type: 'dashed' }, itemStyle: { color: grey } },
      { id: 'now', name: t('fee.now'), type: 'scatter', symbolSize: 10, data: dots, itemStyle: { color: accent[mode] } },
    ],
  }
}
