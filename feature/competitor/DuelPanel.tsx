import './competitor.css'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Slots } from '../../ui/feature'
import { Fault } from '../../ui/Fault'
import { missing, useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Waiting } from '../../ui/kit/Waiting'
import { Why } from '../../ui/kit/Why'
import { Dots } from './Dots'
import { RivalForm } from './RivalForm'
import { type Duel, type Kind, type Rival, useDuel } from './server'

/** DuelPanel is us and those who stand against us in a deal, attribute by attribute, and what stands in the way. */
export default function DuelPanel({ deal }: Slots['opportunity.panel']) {
  const { t } = useTranslation()
  const { data: duel, error, refetch } = useDuel(deal.id)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  return duel ? <Sides duel={duel} /> : <Panel title={t('competitor.panel')}><Waiting rows={8} /></Panel>
}

interface Open {
  kind: Kind
  rival?: Rival
}

function Sides({ duel }: { duel: Duel }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const [form, open] = useState<Open>()
  const sides = [...duel.rivals.filter((r) => r.kind === 'own'), ...duel.rivals.filter((r) => r.kind === 'direct')]
  const obstacles = duel.rivals.filter((r) => r.kind === 'indirect')
  const called = (r: Rival) => (r.kind === 'own' ? t('competitor.we') : r.name || t('competitor.nameless'))
  const table = () => ({
    columns: [t('competitor.name_of'), t('competitor.kind'), ...duel.attributes.map((a) => t(`rivalry.attribute_${a}`)), t('competitor.mean'), t('competitor.gate'), t('competitor.power'), t('competitor.opposition'), t('competitor.threat'), t('competitor.weakness')],
    rows: duel.rivals.map((r) => [called(r), t(`competitor.kind_${r.kind}`), ...r.ratings.map((n) => n || null), r.mean, r.gate, r.power || null, r.opposition || null, r.threat, r.weakness]),
  })
  const judged = duel.rivals.map((r) => r.on).sort().at(-1)
  const add = duel.write && (
    <span className="rival-buttons">
      {!sides.some((r) => r.kind === 'own') && <Button size="small" onClick={() => open({ kind: 'own' })}>{t('competitor.rate_us')}</Button>}
      <Button size="small" onClick={() => open({ kind: 'direct' })}>{t('competitor.add')}</Button>
      <Button size="small" onClick={() => open({ kind: 'indirect' })}>{t('competitor.add_indirect')}</Button>
    </span>
  )
  return (
    <Panel className="rival-panel" title={t('competitor.panel')} subtitle={judged && t('competitor.panel_note', { on: figures.day(judged) })} sheet={duel.rivals.length ? table : undefined} extra={duel.rivals.length ? add : undefined}>
      {duel.rivals.length === 0 && <Empty action={add || undefined}>{t('competitor.no_rivals')}</Empty>}
      {sides.length > 0 && <Compared duel={duel} sides={sides} called={called} onEdit={(rival) => open({ kind: rival.kind, rival })} />}
      {sides.length > 0 && <Strength duel={duel} />}
      {obstacles.map((r) => <Obstacle key={r.id} rival={r} duel={duel} called={called} onEdit={() => open({ kind: 'indirect', rival: r })} />)}
      {form && <RivalForm duel={duel} kind={form.kind} rival={form.rival} onDone={() => open(undefined)} />}
    </Panel>
  )
}

function Compared({ duel, sides, called, onEdit }: { duel: Duel; sides: Rival[]; called: (r: Rival) => string; onEdit: (r: Rival) => void }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const ours = sides.find((r) => r.kind === 'own')
  return (
    <div className="sheet rival-table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <td />
            {sides.map((r) => (
              <th key={r.id} scope="col">
                {r.kind === 'own' ? <b>{t('competitor.we')}</b> : <Link to="/competitors/$competitor" params={{ competitor: r.competitor } as never}>{called(r)}</Link>}
                {r.incumbent && <> <span className="chip chip-outlined">{t('competitor.incumbent')}</span></>}
                {duel.write && <Button size="small" type="text" onClick={() => onEdit(r)} aria-label={t('competitor.edit_of', { name: called(r) })}>{t('competitor.edit')}</Button>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {duel.attributes.map((a, i) => (
            <tr key={a}>
              <th scope="row">{t(`rivalry.attribute_${a}`)}</th>
              {sides.map((r) => <td key={r.id}><Dots value={r.ratings[i] ?? 0} ours={r.kind === 'own'} leads={r.kind !== 'own' && !!ours?.ratings[i] && (r.ratings[i] ?? 0) > ours.ratings[i]} /></td>)}
            </tr>
          ))}
          <tr className="rival-sum"><th scope="row">{t('competitor.mean')}</th>{sides.map((r) => <td key={r.id}><b>{figures.decimal(r.mean, 2)}</b></td>)}</tr>
          <tr><th scope="row">{t('competitor.threat')}</th>{sides.map((r) => <td key={r.id}><Threat rival={r} duel={duel} name={called(r)} /></td>)}</tr>
          <tr><th scope="row">{t('competitor.gate')}</th>{sides.map((r) => <td key={r.id}>{figures.decimal(r.kind === 'own' ? duel.gate : r.gate, 0)}</td>)}</tr>
          <tr><th scope="row">{t('competitor.weakness')}</th>{sides.map((r) => <td key={r.id} className="rival-words">{r.weakness || missing}{r.stale && <small className="soon"> {t('competitor.stale')}</small>}</td>)}</tr>
        </tbody>
      </table>
    </div>
  )
}

function Threat({ rival: r, duel, name }: { rival: Rival; duel: Duel; name: string }) {
  const figures = useFigures()
  if (!r.why) return <>{missing}</>
  return <Why label={name} chip={<span className="chip chip-plain">{figures.decimal(r.threat, 2)}</span>}>{() => <Reasoned why={r.why!} stand={duel.as_of} />}</Why>
}

function Strength({ duel }: { duel: Duel }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const best = duel.rivals.find((r) => r.kind === 'direct' && r.name === duel.best)
  if (duel.ratio == null || !best) return <p className="rival-strength third">{t('competitor.ratio_none')}</p>
  return (
    <p className="rival-strength">
      {t('competitor.ratio')} <b>{figures.decimal(duel.gate, 0)} ÷ {figures.decimal(best.gate, 0)} = {figures.decimal(duel.ratio, 2)}</b> <span className="third">{t('competitor.by_gate')}</span>
    </p>
  )
}

function Obstacle({ rival: r, duel, called, onEdit }: { rival: Rival; duel: Duel; called: (r: Rival) => string; onEdit: () => void }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const chip = <span className={r.flag ? 'chip rival-flag' : 'chip chip-plain'}>{r.flag && <i className="chip-square" />}{t('competitor.flag', { threat: figures.decimal(r.threat, 1) })}</span>
  return (
    <div className="rival-obstacle">
      <Why label={called(r)} chip={chip}>{() => <Reasoned why={r.why!} stand={duel.as_of} />}</Why>
      <p>
        <b>{called(r)}</b> {r.power && r.opposition ? t('competitor.formula_indirect', { power: r.power, opposition: r.opposition, threat: figures.decimal(r.threat, 1) }) : t('competitor.unknown')}
        {r.weakness && <> · {r.weakness}</>}
        {r.stale && <small className="soon"> {t('competitor.stale')}</small>}
      </p>
      {duel.write && <Button size="small" type="text" onClick={onEdit} aria-label={t('competitor.edit_of', { name: called(r) })}>{t('competitor.edit')}</Button>}
    </div>
  )
}
