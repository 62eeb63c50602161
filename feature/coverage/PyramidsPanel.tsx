import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Drawing } from '../../ui/drawing'
import { useFigures } from '../../ui/figures'
import { ChartPanel } from '../../ui/kit/ChartPanel'
import { StateChip, useTierName } from '../../ui/kit/Chip'
import { useMode } from '../../ui/mode'
import { accent, type Mode, neutral, tier } from '../../ui/theme'
import type { Spread } from './server'
import { useAmounts } from './amounts'

/** PyramidsPanel sets the pyramid of the accounts beside that of the resources: planned, and as it was. */
export function PyramidsPanel({ spread: s }: { spread: Spread }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const amounts = useAmounts(s.unit)
  const name = useTierName()
  const [mode] = useMode()
  const sheet = () => ({
    columns: [t('coverage.tier'), t('coverage.accounts'), `${t('coverage.planned')} ${amounts.unit}`, `${t('coverage.actual')} ${amounts.unit}`, t('coverage.unrecorded')],
    rows: s.layers.map((l) => [name(l.tier), l.accounts, l.planned / 100, l.actual === null ? t('coverage.no_actual') : l.actual / 100, l.blank]),
  })
  const words = { accounts: t('coverage.accounts'), planned: t('coverage.planned'), actual: t('coverage.actual'), none: t('coverage.no_actual') }
  const drawing = useMemo(() => draw(s, words, name, figures.share, mode), [s, words.accounts, words.planned, words.actual, words.none, name, figures, mode])
  return (
    <>
      <Course spread={s} />
      <ChartPanel title={t('coverage.pyramids')} subtitle={t('coverage.pyramids_say')} sheet={sheet} drawing={drawing} label={t('coverage.pyramids_say')} height={260} note={s.scope === 'own' ? t('coverage.scope_own') : s.outside > 0 && t('coverage.outside', { sum: `${amounts.write(s.outside)} ${amounts.unit}` })} />
    </>
  )
}

/** Course is whether the top gets what was planned, and whether the shares are the budget. */
function Course({ spread: s }: { spread: Spread }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const amounts = useAmounts(s.unit)
  if (s.scope === 'own') return null
  return (
    <p className="coverage-course">
      <span className="second">{t('coverage.top_says', { count: figures.count(s.leading), aimed: figures.share(s.aimed), reached: s.reached === null ? t('coverage.no_actual') : figures.share(s.reached) })}</span>
      {s.blank > 0 && <span className="third">{t('coverage.unrecorded_says', { count: figures.count(s.blank) })}</span>}
      {s.reached !== null && <StateChip state={s.alarm ? 'blocked' : 'ok'}>{s.alarm ? t('coverage.alarm', { points: figures.decimal(s.limit * 100, 0) }) : t('coverage.on_plan')}</StateChip>}
      <StateChip state={s.planned === s.budget ? 'ok' : 'ask'}>{t('coverage.sum_says', { sum: amounts.write(s.planned), budget: `${amounts.write(s.budget)} ${amounts.unit}` })}</StateChip>
    </p>
  )
}

type Words = Record<'accounts' | 'planned' | 'actual' | 'none', string>

// Both are drawn around a middle line: bars of half a share to each side.
function draw(s: Spread, words: Words, name: (tier: Spread['layers'][number]['tier']) => string, share: (n: number) => string, mode: Mode): Drawing {
  const layers = s.layers.toReversed()
  const parts = (of: (l: (typeof layers)[number]) => number) => {
    const sum = layers.reduce((all, l) => all + of(l), 0)
    return layers.map((l) => (sum > 0 ? of(l) / sum : 0))
  }
  const columns: { name: string; parts: number[]; color: (i: number) => string; blank?: (i: number) => boolean }[] = [
    { name: words.accounts, parts: parts((l) => l.accounts), color: (i) => tier[mode][layers[i]!.tier].fill },
    { name: words.planned, parts: parts((l) => l.planned), color: () => accent[mode] },
    { name: words.actual, parts: parts((l) => l.actual ?? 0), color: () => neutral[mode].third, blank: (i) => layers[i]!.actual === null && layers[i]!.accounts > 0 },
  ]
  const width = 100 / columns.length
  return {
    tooltip: { trigger: 'item', formatter: '{a}' },
    grid: columns.map((_, i) => ({ left: `${8 + i * width * 0.92}%`, width: `${width * 0.8}%`, top: 28, bottom: 4 })),
    xAxis: columns.map((c, i) => ({ gridIndex: i, type: 'value', min: -0.55, max: 0.55, axisLabel: { show: false }, splitLine: { show: false }, axisTick: { show: false }, axisLine: { show: false }, name: c.name, nameLocation: 'middle', position: 'top', nameGap: 8 })),
    yAxis: columns.map((_, i) => ({ gridIndex: i, type: 'category', data: layers.map((l) => name(l.tier)), axisLabel: { show: i === 0 }, axisLine: { show: false }, axisTick: { show: false } })),
    series: columns.flatMap((c, i) => [-1, 1].map((side) => ({
      id: `${c.name}${side}`, name: c.name, type: 'bar' as const, xAxisIndex: i, yAxisIndex: i, stack: c.name, barWidth: 30,
      label: { show: side > 0, color: neutral[mode].second, textBorderWidth: 0, position: 'right' as const, formatter: ({ dataIndex }: { dataIndex: number }) => (c.blank?.(dataIndex) ? words.none : share(c.parts[dataIndex] ?? 0)) },
      data: c.parts.map((part, at) => ({ value: (side * part) / 2, itemStyle: { color: c.color(at), borderRadius: 0, borderWidth: 0 } })),
    }))),
  }
}
