import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Drawing } from '../../ui/drawing'
import { type Figures, missing, useFigures } from '../../ui/figures'
import { ChartPanel } from '../../ui/kit/ChartPanel'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Why } from '../../ui/kit/Why'
import { useMay } from '../../ui/me'
import { useMode } from '../../ui/mode'
import { attitude, klass, type Mode, tier } from '../../ui/theme'
import { EditOffer } from './EditOffer'
import { SayValue } from './SayValue'
import { costs, type Offer, type Side, type Value } from './server'

/** OfferPanel is one sheet: how ours stands, the sides as stacked bars, and the components with their evidence. */
export function OfferPanel({ account, offer, may }: { account: string; offer: Offer; may: boolean }) {
  const { t } = useTranslation()
  const mayExport = useMay()('delivered:export')
  const figures = useFigures()
  const [mode] = useMode()
  const [editing, edit] = useState(false)
  const [asked, ask] = useState<Value>()
  const name = (s: Side) => (s.place === 0 ? t('delivered.ours') : s.name)
  const drawing = useMemo(() => draw(offer, name, mode, t), [offer, mode, t])
  const sheet = () => ({
    columns: [t('delivered.component'), ...offer.sides.map(name), t('delivered.level')],
    rows: [...offer.standing.steps.map((step, c) => [t(`delivered.${step.component}`), ...offer.sides.map((s) => number(s.values[c])), step.to === null ? '' : step.to / 100]),
      ...(['value', 'cost', 'delivered'] as const).map((sum) => [t(`delivered.${sum}`), ...offer.sides.map((s) => (s.sum[sum] === null ? '' : s.sum[sum] / 100)), ''])],
  })
  const known = offer.sides.some((s) => s.values.some((v) => v.version > 0))
  const stand = <p className="delivered-stand"><Stands offer={offer} figures={figures} /></p>
  const tools = (
    <>
      {mayExport && <Button size="small" icon={<DownloadOutlined />} href={`/api/offers/${offer.id}/export`}>{t('delivered.export')}</Button>}
      {may && <Button size="small" onClick={() => edit(true)}>{t('delivered.change_offer')}</Button>}
    </>
  )
  const said = t('delivered.sheet_of', { unit: t(`delivered.unit_${offer.unit}`), on: offer.on, by: offer.by })
  return (
    <>
      {known && <ChartPanel title={`${offer.name} · ${t('delivered.delivered')}`} subtitle={said} sheet={sheet} drawing={drawing} label={offer.name} height={84 + 50 * offer.sides.length} />}
      <Panel title={offer.name} subtitle={said} extra={tools} sheet={sheet}>
        {stand}
        <div className="sheet" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('delivered.component')}</th>
                {offer.sides.map((s) => <th key={s.place} scope="col" className="number">{name(s)}</th>)}
                <th scope="col" className="number wide">{t('delivered.level')}</th>
              </tr>
            </thead>
            <tbody>
              {offer.standing.steps.map((step, c) => (
                <tr key={step.component}>
                  <td>{costs.includes(step.component) ? '− ' : '+ '}{t(`delivered.${step.component}`)}</td>
                  {offer.sides.map((s) => <Cell key={s.place} side={name(s)} value={s.values[c]} may={may} figures={figures} onAsk={ask} />)}
                  <td className="number wide">{step.to === null ? missing : <>{figures.exact(step.to)}<small className="third">{figures.change(step.share)}</small></>}</td>
                </tr>
              ))}
              {(['value', 'cost', 'delivered'] as const).map((sum) => (
                <tr key={sum} className="sum"><td>{t(`delivered.${sum}`)}</td>{offer.sides.map((s) => <td key={s.place} className="number">{figures.exact(s.sum[sum])}</td>)}<td className="wide" /></tr>
              ))}
              <tr><td>{t('delivered.ratio')}</td>{offer.sides.map((s) => <td key={s.place} className="number">{figures.decimal(s.sum.ratio, 2)}</td>)}<td className="wide" /></tr>
            </tbody>
          </table>
        </div>
      </Panel>
      {editing && <EditOffer account={account} offer={offer} onClose={() => edit(false)} />}
      {asked && <SayValue offer={offer} value={asked} onClose={() => ask(undefined)} />}
    </>
  )
}

const number = (v: Value | undefined) => (v?.version ? v.amount / 100 : '')

/** Stands says whether we lead, by how much, and why. */
function Stands({ offer: { standing: s, sides, why }, figures }: { offer: Offer; figures: Figures }) {
  const { t } = useTranslation()
  if (s.lead === null) return <PlainChip outlined>{t('delivered.not_whole')}</PlainChip>
  const chip = <StateChip state={s.leads ? 'ok' : 'ask'}>{t(s.leads ? 'delivered.leads' : 'delivered.trails')}</StateChip>
  return (
    <>
      <Why label={t('delivered.panel')} chip={chip}>{() => <Reasoned why={why} stand={t('delivered.name')} />}</Why>
      <span className="second">{t(s.lead >= 0 ? 'delivered.gap_of' : 'delivered.behind_of', { best: sides[s.best]?.name, lead: figures.exact(Math.abs(s.lead)) })}</span>
    </>
  )
}

function Cell({ side, value: v, may, figures, onAsk }: { side: string; value?: Value; may: boolean; figures: Figures; onAsk: (v: Value) => void }) {
  const { t } = useTranslation()
  if (!v) return <td />
  const written = v.version ? figures.exact(v.amount) : may ? t('delivered.say') : missing
  return (
    <td className="number" title={v.version ? `${v.by} ${v.on} · ${v.evidence}` : undefined}>
      {may ? <button type="button" className="link" aria-label={`${side} ${t(`delivered.${v.component}`)} ${written}`} onClick={() => onAsk(v)}>{written}</button> : written}
    </td>
  )
}

// what the customer gets is purple, what it costs him ochre to vermilion; the name of each stands in the legend
const hues = (mode: Mode) => [tier[mode].MAJOR.fill, tier[mode].NAMED.fill, tier[mode].NONNAMED.fill, attitude[mode].support.fill, klass[mode].A.fill, klass[mode].B.fill, klass[mode].C.fill, attitude[mode].oppose.fill]

function draw(offer: Offer, name: (s: Side) => string, mode: Mode, t: (key: string) => string): Drawing {
  const rows = [...offer.sides].reverse().flatMap((s) => [{ side: s, cost: true, name: `${name(s)} · ${t('delivered.cost')}` }, { side: s, cost: false, name: `${name(s)} · ${t('delivered.value')}` }])
  return {
    grid: { left: 4, right: 12, top: 58, bottom: 0, containLabel: true },
    legend: { top: 0, left: 0, right: 'auto' },
    tooltip: { trigger: 'item' },
    xAxis: { type: 'value', splitLine: { show: false } },
    yAxis: { type: 'category', data: rows.map((r) => r.name), axisTick: { show: false } },
    series: offer.standing.steps.map(({ component }, c) => ({
      id: component, name: t(`delivered.${component}`), type: 'bar', stack: 'all', barWidth: 16, animation: false, itemStyle: { color: hues(mode)[c] },
      data: rows.map(({ side, cost }) => (cost === costs.includes(component) && side.values[c]?.version ? side.values[c].amount / 100 : 0)),
    })) as Drawing['series'],
  }
}
