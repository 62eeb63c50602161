import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Drawing, Mark } from '../../ui/drawing'
import { type Figures, useFigures } from '../../ui/figures'
import { ChartPanel } from '../../ui/kit/ChartPanel'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { usePhone } from '../../ui/media'
import { useMode } from '../../ui/mode'
import { type Mode, neutral, state } from '../../ui/theme'
import { looks, type Marked } from './looks'
import { named, type Row, type Servings, types } from './server'

type Drawn = Row & { service: number; cost: number }

/** ChangesPanel draws how service and its cost have changed between two quarters, account by account. */
export function ChangesPanel({ all, rows, stale }: { all: Servings; rows: Row[]; stale: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures(all.currency)
  const [mode] = useMode()
  const phone = usePhone()
  const go = useNavigate()
  const drawn = useMemo(() => rows.filter((r): r is Drawn => r.service !== null && r.cost !== null), [rows])
  const groups = useMemo(() => types.flatMap((type) => (type === 'unknown' ? [] : [{ type, name: t(phone ? `servicing.short_${type}` : `servicing.${type}`), points: drawn.filter((r) => r.type === type) }])), [drawn, phone, t])
  const drawing = useMemo(() => draw(groups, all.band, mode, phone, figures, t), [groups, all.band, mode, phone, figures, t])
  const said = t('servicing.chart_say', { before: named(all.before), after: named(all.after) })
  const sheet = () => ({ columns: [t('servicing.account'), t('servicing.type'), t('servicing.service_change'), t('servicing.cost_change')], rows: drawn.map((r) => [r.name, t(`servicing.${r.type}`), figures.change(r.service), figures.change(r.cost)]) })
  const open = ({ series, index }: Mark) => {
    const point = groups.find((g) => g.type === series)?.points[index]
    if (point) void go({ to: '/accounts/$id', params: { id: point.id } } as never)
  }
  if (!drawn.length) return <Panel title={t('servicing.chart')}><Empty>{t('servicing.no_chart')}</Empty></Panel>
  return <ChartPanel title={t('servicing.chart')} subtitle={said} sheet={sheet} stale={stale} drawing={drawing} label={said} height={320} onMark={open} />
}

type Group = { type: Marked; name: string; points: Drawn[] }

function draw(groups: Group[], band: number, mode: Mode, phone: boolean, figures: Figures, t: (key: string) => string): Drawing {
  const axis = (name: string) => ({ type: 'value' as const, name, nameLocation: 'middle' as const, nameGap: 28, axisLabel: { formatter: (v: number) => figures.share(v, 0) }, splitLine: { show: false } })
  const { mute } = neutral[mode]
  return {
    grid: { left: 30, right: 16, top: phone ? 30 : 54, bottom: 30 }, // types in words take two lines
    legend: { top: 0, left: 0, right: 'auto' },
    tooltip: { trigger: 'item' },
    xAxis: axis(t('servicing.cost_change')),
    yAxis: { ...axis(t('servicing.service_change')), nameGap: 40 },
    series: groups.filter((g) => g.points.length).map((g, k) => ({
      id: g.type, name: g.name, type: 'scatter', symbol: looks[g.type].symbol, symbolSize: looks[g.type].size, animation: false, itemStyle: filled(g.type, mode),
      tooltip: { formatter: ({ dataIndex }: { dataIndex: number }) => tip(g.points[dataIndex], figures, t) },
      data: g.points.map((p) => [p.cost, p.service]),
      ...(k === 0 && { markArea: { silent: true, itemStyle: { color: mute, opacity: 0.18 }, data: [[{ xAxis: -band }, { xAxis: band }], [{ yAxis: -band }, { yAxis: band }]] } }),
    })) as Drawing['series'],
  }
}

function filled(type: Marked, mode: Mode) {
  const { fill } = state[mode][looks[type].state]
  return looks[type].hollow ? { color: 'transparent', borderColor: fill, borderWidth: 2 } : { color: fill, opacity: 0.85 }
}

const tip = (p: Drawn | undefined, figures: Figures, t: (key: string) => string) =>
  p ? `${p.name}\n${t('servicing.service_change')} ${figures.change(p.service)} · ${t('servicing.cost_change')} ${figures.change(p.cost)}\n${t(`servicing.${p.type}`)}` : ''
