import { useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import { usePeople } from '../../ui/people'
import { AimForm } from './AimForm'
import { type Dashboard, type Indicator } from './server'
import { states, write } from './write'

/** Tiles are all figures at once: the value, its light, what is aimed at and who answers for it. */
export function Tiles({ dashboard, chosen, onChoose }: { dashboard: Dashboard; chosen: string; onChoose: (name: string) => void }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const { name } = usePeople()
  const [aiming, aim] = useState<Indicator>()
  const months = dashboard.indicators[0]?.trend.map((p) => p.until) ?? []
  const sheet = () => ({
    columns: [t('kpi.indicator'), t('kpi.light'), t('kpi.target'), t('kpi.owner'), ...months],
    rows: dashboard.indicators.map((i) => [t(`kpi.name_${i.name}`), t(`kpi.light_${i.light}`), write(i.unit, i.target, figures), name(i.owner), ...i.trend.map((p) => write(i.unit, p.value, figures))]),
  })
  return (
    <Panel title={t('kpi.overview')} sheet={sheet}>
      <div className="kpi-tiles">
        {dashboard.indicators.map((i) => (
          <section key={i.name} className={i.name === chosen ? 'panel kpi-tile chosen' : 'panel kpi-tile'} aria-label={t(`kpi.name_${i.name}`)}>
            <button type="button" aria-pressed={i.name === chosen} onClick={() => onChoose(i.name)}><Figure indicator={i} /></button>
            {dashboard.may && <Button size="small" type="link" aria-label={`${t('kpi.aim')} ${t(`kpi.name_${i.name}`)}`} onClick={() => aim(i)}>{t('kpi.aim')}</Button>}
          </section>
        ))}
      </div>
      {aiming && <AimForm indicator={aiming} onDone={() => aim(undefined)} />}
    </Panel>
  )
}

function Figure({ indicator: i }: { indicator: Indicator }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const { name } = usePeople()
  const value = (n: number | null) => write(i.unit, n, figures) + (i.unit === 'amount' && n != null ? ` ${figures.unit}` : '')
  return (
    <>
      <span className="kpi-name">{t(`kpi.name_${i.name}`)}<StateChip state={states[i.light]}>{t(`kpi.light_${i.light}`)}</StateChip></span>
      <b className="kpi-value">{value(i.value)}</b>
      <Sparkline indicator={i} />
      <small className="third">{i.lacks ? t(i.lacks) : i.target == null ? t('kpi.no_target') : t('kpi.target_line', { value: value(i.target) })}{i.benchmark != null && ` · ${t('kpi.benchmark', { value: figures.count(i.benchmark) })}`}</small>
      <small className="third">{t('kpi.owner')}: {name(i.owner) || t('kpi.no_one')}</small>
    </>
  )
}

/** Sparkline is the course of a figure, without axes: the panel below has them. */
function Sparkline({ indicator }: { indicator: Indicator }) {
  const known = indicator.trend.map((p, i) => [i, p.value] as const).filter((p): p is readonly [number, number] => p[1] != null)
  if (known.length < 2) return <svg className="kpi-spark" viewBox="0 0 120 24" aria-hidden="true" />
  const values = known.map(([, v]) => v), low = Math.min(...values), high = Math.max(...values)
  const at = ([i, v]: readonly [number, number]) => `${(i / 12) * 118 + 1},${high === low ? 12 : 22 - ((v - low) / (high - low)) * 20}`
  return <svg className="kpi-spark" viewBox="0 0 120 24" preserveAspectRatio="none" aria-hidden="true"><polyline points={known.map(at).join(' ')} /></svg>
}
