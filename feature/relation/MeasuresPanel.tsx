import { LineChartOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { missing, useFigures } from '../../ui/figures'
import { Explanation } from '../../ui/kit/Explanation'
import { Panel } from '../../ui/kit/Panel'
import { Why } from '../../ui/kit/Why'
import type { RelationMap } from './map'
import { useWords } from './words'

const TrendDialog = lazy(() => import('./TrendDialog'))

type Measure = 'support' | 'closeness' | 'coverage' | 'layers'

/** MeasuresPanel says how we stand in four figures, each with its reason, beside those of the last quarter. */
export function MeasuresPanel({ account, map, note }: { account: string; map: RelationMap; note?: string }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const [trend, show] = useState(false)
  const words = useWords()
  const absent = map.layers.filter((l) => !l.covered)
  const sign = (n: number | null | undefined) => (n == null ? missing : figures.decimal(n, 2))
  const was = (measure: Measure, write: (n: number) => string) => {
    const before = map.past?.metrics[measure]
    return before == null ? null : <small>{t('relation.was', { value: write(before) })}</small>
  }
  const { support, closeness, coverage } = map.metrics
  return (
    <Panel title={t('relation.measures')} subtitle={t('relation.judged_of', { count: map.metrics.judged, day: figures.day(map.as_of) })} note={note}
      extra={<Button size="small" type="text" icon={<LineChartOutlined />} title={t('relation.trend')} aria-label={t('relation.trend')} onClick={() => show(true)} />}>
      <dl className="map-measures">
        <div><dt>{t('relation.support')}</dt><dd><Figure map={map} measure="support" value={sign(support)} />{was('support', sign)}</dd></div>
        <div><dt>{t('relation.closeness_index')}</dt><dd><Figure map={map} measure="closeness" value={figures.decimal(closeness)} /><small>/ 100</small>{was('closeness', (n) => figures.decimal(n))}</dd></div>
        <div><dt>{t('relation.coverage')}</dt><dd><Figure map={map} measure="coverage" value={figures.share(coverage)} />{was('coverage', (n) => figures.share(n))}</dd></div>
        <div><dt>{t('relation.layers_covered')}</dt><dd><Figure map={map} measure="layers" value={`${map.layers.length - absent.length} / ${map.layers.length}`} />{absent.length > 0 && absent.length < 3 && <small>{t('relation.lacks', { layers: absent.map((l) => words.layer(l.layer)).join(t('relation.comma')) })}</small>}</dd></div>
      </dl>
      {trend && <Suspense><TrendDialog account={account} onClose={() => show(false)} /></Suspense>}
    </Panel>
  )
}

/** Figure can be asked why it is what it is: those with the most power first, and what one step of theirs would change. */
function Figure({ map, measure, value }: { map: RelationMap; measure: Measure; value: string }) {
  const { t } = useTranslation()
  return (
    <Why label={t(`relation.measure_${measure}`)} chip={<b>{value}</b>}>
      {() => <Because map={map} measure={measure} value={value} />}
    </Why>
  )
}

function Because({ map, measure, value }: { map: RelationMap; measure: Measure; value: string }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const words = useWords()
  const stand = t('relation.stand', { day: map.as_of, version: map.rules })
  const stale = map.people.filter((p) => p.stale)
  const confidence = stale.length ? { title: t('relation.confidence'), text: t('relation.confidence_stale', { count: stale.length, power: stale.reduce((sum, p) => sum + p.power, 0) }) } : undefined
  if (measure === 'layers') {
    return (
      <Explanation title={t('relation.measure_layers')} stand={stand} rule={t('relation.rule_layers', { near: map.near })} changes={[]} confidence={confidence}
        inputs={map.layers.map((l) => ({ name: words.layer(l.layer), source: t('relation.people', { count: l.people }), value: l.closest ? String(l.closest) : missing, cut: `≥ ${map.near}`, reach: l.closest / 5, tick: map.near / 5 }))} />
    )
  }
  const weighty = map.people.filter((p) => p.power > 0).sort((a, b) => b.power - a.power).slice(0, 8)
  const total = map.people.reduce((sum, p) => sum + (measure === 'support' && p.attitude == null ? 0 : p.power), 0)
  const inputs = weighty.map((p) => ({
    name: p.name, source: t('relation.with_power', { power: p.power }),
    value: measure === 'support' ? (p.attitude == null ? missing : figures.decimal(p.attitude / 2)) : p.closeness ? String(p.closeness) : missing,
    cut: measure === 'coverage' ? `≥ ${map.near}` : undefined,
    reach: measure === 'support' ? (p.attitude == null ? 0 : (p.attitude + 2) / 4) : p.closeness / 5,
    tick: measure === 'support' ? 0.5 : measure === 'coverage' ? map.near / 5 : undefined,
  }))
  const target = weighty.find((p) => (measure === 'support' ? (p.attitude ?? 2) < 1 : p.closeness < map.near))
  const step = target && total > 0 ? { support: target.power / 2 / total, closeness: (target.power / (5 * total)) * 100, coverage: target.power / total }[measure] : 0
  const changes = target && step > 0 ? [{
    direction: 'up' as const, near: true,
    sentence: measure === 'coverage' ? t('relation.change_coverage', { name: target.name, near: map.near, by: figures.share(step) })
      : t(`relation.change_${measure}`, { name: target.name, by: measure === 'support' ? figures.decimal(step, 2) : figures.decimal(step) }),
  }] : []
  return <Explanation title={`${t(`relation.measure_${measure}`)} ${value}`} stand={stand} inputs={inputs} rule={t(`relation.rule_${measure}`, { near: map.near })} changes={changes} confidence={confidence} />
}
