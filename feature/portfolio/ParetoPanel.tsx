import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Drawing, Mark } from '../../ui/drawing'
import { type Figures, useFigures } from '../../ui/figures'
import { ChartPanel } from '../../ui/kit/ChartPanel'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { useMode } from '../../ui/mode'
import { accent, type Class, klass, type Mode, neutral } from '../../ui/theme'
import { type Answer, useBehind } from './ask'
import { ModelPanel } from './ModelPanel'

/** ParetoPanel asks how few accounts carry the company. */
export function ParetoPanel() {
  const { t } = useTranslation()
  return <ModelPanel model="pareto" title={t('portfolio.pareto')}>{(answer, stale) => <Curve pareto={answer} stale={stale} />}</ModelPanel>
}

function Curve({ pareto, stale }: { pareto: Answer<'pareto'>; stale: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures(pareto.currency)
  const [mode] = useMode()
  const { open } = useBehind()
  const said = t('portfolio.pareto_mark', { count: figures.count(pareto.k80), part: figures.share(pareto.k80_part), share: figures.share(pareto.k80_share, 0) })
  const drawing = useMemo(() => draw(pareto, mode, figures, said), [pareto, mode, figures, said])
  const mark = ({ area, series, index }: Mark) => {
    if (area) open('abc', pareto.bands[index]?.class ?? 'A')
    else if (series === 'bars') open('pareto', String(index + 1))
  }
  const sheet = () => ({
    columns: [t('portfolio.customers_up_to'), t('portfolio.accounts'), t('portfolio.amount_in', { unit: figures.unit }), t('portfolio.share')],
    rows: pareto.bars.map((b) => [figures.share(b.to, 0), b.count, b.amount / 100, figures.share(b.share)]),
  })
  if (!pareto.customers) return <Panel title={t('portfolio.pareto')}><Empty>{t('portfolio.no_sales')}</Empty></Panel>
  return (
    <ChartPanel title={t('portfolio.pareto')} subtitle={t('portfolio.pareto_axes')} sheet={sheet} stale={stale}
      drawing={drawing} label={said.replace('\n', ' ')} onMark={mark} />
  )
}

function draw(pareto: Answer<'pareto'>, mode: Mode, figures: Figures, said: string): Drawing {
  const hues = klass[mode], { text, surface } = neutral[mode]
  const classAt = (part: number) => (pareto.bands.find((b) => part < b.to)?.class ?? 'C') as Class
  const band = ({ class: grade, count, from, to }: Answer<'pareto'>['bands'][number]) => [
    {
      xAxis: from * 100,
      name: `${grade}  ${figures.count(count)}`,
      itemStyle: { color: hues[grade].tint, opacity: mode === 'dark' ? 0.45 : 0.6 },
      label: { color: hues[grade].text, fontSize: 12, fontWeight: 600, position: 'insideTop', distance: 4 },
    },
    { xAxis: to * 100 },
  ]
  return {
    grid: { left: 4, right: 10, top: 8, bottom: 0 },
    tooltip: { trigger: 'item' },
    xAxis: { type: 'value', min: 0, max: 100, interval: 20, axisLabel: { formatter: '{value}%' }, splitLine: { show: false }, axisLine: { show: true } },
    yAxis: { type: 'value', min: 0, max: 110, interval: 20, axisLabel: { formatter: (v: number) => (v > 100 ? '' : v + '%') } },
    series: [
      {
        id: 'bars', type: 'bar', barWidth: '78%', barMaxWidth: 16,
        tooltip: { formatter: ({ dataIndex }) => tip(pareto.bars[dataIndex], figures) },
        data: pareto.bars.map((b, i) => ({ value: [(b.to - 1 / (2 * pareto.bars.length)) * 100, b.share * 100], itemStyle: { color: hues[classAt(i / pareto.bars.length)].fill, opacity: 0.88 } })),
      },
      {
        id: 'curve', type: 'line', z: 5, silent: true, lineStyle: { width: 2.2, color: accent[mode] },
        data: [[0, 0], ...pareto.curve.map((p) => [p.part * 100, p.share * 100])],
        markArea: { data: pareto.bands.filter((b) => b.count).map(band), emphasis: { disabled: true } } as never,
        markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: text, type: [5, 4], width: 1 }, data: [[{ coord: [0, 80] }, { coord: [100, 80] }]] },
        markPoint: {
          symbol: 'circle', symbolSize: 8, silent: true, itemStyle: { color: surface, borderColor: accent[mode], borderWidth: 2 },
          data: [{
            name: said,
            coord: [pareto.k80_part * 100, pareto.k80_share * 100],
            label: { show: true, position: 'right', distance: 8, align: 'left', offset: [0, 22], color: text, fontSize: 12, lineHeight: 17, formatter: said },
          }],
        },
      },
    ],
  }
}

function tip(bar: Answer<'pareto'>['bars'][number] | undefined, figures: Figures) {
  return bar ? `≤ ${figures.share(bar.to, 0)}\n${figures.sum(bar.amount)} ${figures.unit} · ${figures.share(bar.share)}` : ''
}
