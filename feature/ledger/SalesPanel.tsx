import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Drawing } from '../../ui/drawing'
import { Fault } from '../../ui/Fault'
import { type Figures, useFigures } from '../../ui/figures'
import { ChartPanel } from '../../ui/kit/ChartPanel'
import { Empty } from '../../ui/kit/Empty'
import { type KeyFigure, KeyFigures } from '../../ui/kit/KeyFigures'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { usePhone } from '../../ui/media'
import { useMode } from '../../ui/mode'
import { accent, chartTheme, type Mode, neutral } from '../../ui/theme'
import { type Sales, useSales } from './sales'

/** SalesPanel shows twelve months of an account beside those of the year before. */
export default function SalesPanel({ account }: { account: string }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useSales(account)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Panel title={t('ledger.sales')}><Waiting rows={8} /></Panel>
  if (!data.sums.lines && !data.before) return <Panel title={t('ledger.sales')}><Empty>{t('ledger.no_sales')}</Empty></Panel>
  return <><Numbers sales={data} /><Months sales={data} /></>
}

function Numbers({ sales }: { sales: Sales }) {
  const { t } = useTranslation()
  const figures = useFigures(sales.currency)
  const may = useMay()
  const { net, before, gross = 0, sums, last_on, open = 0, overdue = 0 } = sales
  const margin = net > 0 && !sums.uncosted ? gross / net : null
  const shown: (KeyFigure | false)[] = [
    { title: t('ledger.net', { unit: figures.unit }), value: figures.sum(net), note: before > 0 ? t('ledger.growth', { change: figures.change((net - before) / before) }) : undefined },
    may('margin:read') && { title: t('ledger.margin'), value: figures.share(margin), note: margin === null ? t('ledger.no_cost') : `${figures.sum(gross)} ${figures.unit}` },
    { title: t('ledger.orders'), value: figures.count(sums.orders), note: t('ledger.lines_count', { count: figures.count(sums.lines) }) },
    { title: t('ledger.returned'), value: figures.share(sums.sales > 0 ? -sums.returns / sums.sales : null), note: t('ledger.of_sales') },
    { title: t('ledger.last_order'), value: figures.day(last_on) },
    may('invoice:read') && { title: t('ledger.open_in', { unit: figures.unit }), value: figures.sum(open), note: overdue > 0 ? <span className="late">{t('ledger.overdue', { amount: figures.sum(overdue) })}</span> : t('ledger.nothing_overdue') },
  ]
  return <KeyFigures figures={shown.filter((figure) => figure !== false)} />
}

function Months({ sales }: { sales: Sales }) {
  const { t } = useTranslation()
  const figures = useFigures(sales.currency)
  const phone = usePhone()
  const [mode] = useMode()
  const names = { now: t('ledger.this_year'), before: t('ledger.last_year') }
  const drawing = useMemo(() => draw(sales, names, mode, figures, phone), [sales, names.now, mode, figures, phone])
  const costs = useMay()('margin:read')
  const sheet = () => ({
    columns: [t('ledger.month'), names.now, names.before, ...(costs ? [t('ledger.gross')] : []), t('ledger.returned'), t('ledger.orders')],
    rows: sales.bars.map((b) => [b.month, b.sales / 100, b.last_year / 100, ...(costs ? [(b.gross ?? 0) / 100] : []), b.returns / 100, b.orders]),
  })
  const said = t('ledger.sales_say', { unit: figures.unit, total: figures.sum(sales.net), date: sales.as_of })
  return <ChartPanel title={t('ledger.sales')} subtitle={phone ? figures.unit : said} sheet={sheet} drawing={drawing} label={`${t('ledger.sales')}, ${said}`} height={phone ? 190 : 262} />
}

function draw({ bars }: Sales, names: { now: string; before: string }, mode: Mode, figures: Figures, phone: boolean): Drawing {
  const grey = chartTheme(mode).color[1]
  const label = (month: string, i: number) => (phone || (i > 0 && !month.endsWith('-01')) ? month.slice(5) : month)
  const narrow = bars.every((b) => figures.sum(b.sales).length <= 5) // a label must not be wider than its bar
  const most = Math.max(...bars.map((b) => b.sales))
  const short = { position: 'top' as const, color: neutral[mode].text } // no room inside a low bar
  const written = ({ value }: { value: unknown }) => figures.sum(Number(value))
  return {
    legend: { data: [{ name: names.now, icon: 'roundRect' }, { name: names.before, icon: 'circle' }], right: 0, top: 0 },
    grid: { left: 0, right: 4, top: 26, bottom: 0 },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: (value) => figures.sum(Number(value)) },
    xAxis: { type: 'category', data: bars.map((b) => b.month), axisLabel: { interval: 0, formatter: label } },
    yAxis: { type: 'value', splitNumber: 3, axisLabel: { formatter: figures.tick } },
    series: [
      {
        id: 'now', name: names.now, type: 'bar', barWidth: '58%', data: bars.map(({ sales }) => (sales < most / 8 ? { value: sales, label: short } : sales)), itemStyle: { color: accent[mode] },
        label: { show: !phone && narrow, position: 'insideBottom', color: neutral[mode].surface, fontSize: 11, formatter: written }, labelLayout: { hideOverlap: true },
      },
      { id: 'before', name: names.before, type: 'line', data: bars.map((b) => b.last_year), lineStyle: { color: grey, width: 2 }, itemStyle: { color: grey }, symbol: 'circle', symbolSize: 5, showSymbol: true },
    ],
  }
}
