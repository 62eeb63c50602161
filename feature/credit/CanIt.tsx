import { Button, InputNumber, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { missing, useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { Day } from '../../ui/kit/Day'
import { Panel } from '../../ui/kit/Panel'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Waiting } from '../../ui/kit/Waiting'
import { Why } from '../../ui/kit/Why'
import { type Limiting, type Proposal, type Sheet, useProposal } from './server'

const look = { lower: 'ask', keep: 'ok', ineligible: 'blocked', raise: 'ok', open: 'ok', unknown: 'info' } as const

/** CanIt answers whether a limit can be changed on a day, and to how much, with the sums it comes from. */
export function CanIt({ account, sheet, onAsk }: { account: string; sheet: Sheet; onAsk: (start: Partial<Limiting>) => void }) {
  const { t, i18n } = useTranslation()
  const [on, setOn] = useState(sheet.today)
  const [season, setSeason] = useState(1)
  const [yuan, setYuan] = useState<number | null>(null)
  const forecast = yuan === null ? undefined : Math.round(yuan * 100)
  const { data: p, error, refetch, isPlaceholderData } = useProposal(account, on, season, forecast)
  const month = new Intl.DateTimeFormat(i18n.language, { month: i18n.language === 'en' ? 'long' : 'numeric' }).format(new Date(`${on}T12:00:00`)).replace('月', '')
  return (
    <Panel title={t('credit.question_of', { month })} subtitle={sheet.currency} stale={isPlaceholderData} extra={p && <Decision p={p} />}>
      <div className="credit-ask">
        <Day label={t('credit.as_of')} value={on} onChange={setOn} />
        <span>{t('credit.season')} <Segmented<number> size="small" value={season} onChange={setSeason} aria-label={t('credit.season')} options={[0.5, 1, 1.5]} /></span>
        {p && p.history < 3 && <InputNumber size="small" aria-label={t('credit.forecast')} placeholder={t('credit.forecast')} value={yuan} onChange={setYuan} min={0} max={1e10} precision={2} />}
      </div>
      <Fault error={error} onRetry={() => void refetch()} />
      {!p ? !error && <Waiting rows={4} /> : <>
        <Sum p={p} />
        <Said p={p} />
        <Needs p={p} />
        {sheet.write && <div className="credit-bar">
          {p.outcome.to !== p.outcome.current && <Button type="primary" size="small" onClick={() => onAsk({ kind: 'own', amount: p.outcome.to, season, forecast })}>{t('credit.submit', { decision: t(`credit.decision_${p.outcome.decision}`) })}</Button>}
          <Button size="small" onClick={() => onAsk({ kind: 'own', season, forecast })}>{t('credit.other_limit')}</Button>
        </div>}
      </>}
    </Panel>
  )
}

/** Decision is what becomes of the limit, which explains itself. */
function Decision({ p }: { p: Proposal }) {
  const { t } = useTranslation()
  const label = t(`credit.decision_${p.outcome.decision}`)
  return (
    <Why label={label} chip={<StateChip state={look[p.outcome.decision]}>{label}</StateChip>}>{() => (
      <Reasoned why={p.why} currency={p.currency} stand={p.on} />
    )}</Why>
  )
}

/** Sum is the arithmetic: mean × months × season × grade. */
function Sum({ p }: { p: Proposal }) {
  const { t } = useTranslation()
  const { exact, decimal } = useFigures(p.currency)
  const month = (day: string | undefined) => (day ? String(Number(day.slice(5, 7))) : '—')
  const mean = p.forecast || p.months.length === 0 ? t('credit.mean_forecast') : t('credit.mean', { from: month(p.months[0]?.month), to: month(p.months.at(-1)?.month) })
  const terms: [string, string][] = [
    [p.basis.months.length ? exact(p.mean) : missing, mean],
    [decimal(p.times, p.times % 1 ? 2 : 0), t('credit.times', { days: p.basis.days })],
    [decimal(p.basis.season), t('credit.season')],
    [p.basis.grade ? decimal(p.factor) : missing, p.basis.grade ? t('credit.factor', { grade: p.basis.grade }) : t('credit.no_grade')],
  ]
  return (
    <div className="credit-sum">
      {terms.map(([value, name], i) => <span key={name}>{i > 0 && <em aria-hidden="true">×</em>}<b>{value}</b><small>{name}</small></span>)}
      <span><em aria-hidden="true">=</em><b className="credit-result">{p.outcome.decision === 'unknown' ? missing : exact(p.outcome.formula)}</b><small>{t('credit.formula_limit')}</small></span>
    </div>
  )
}

function Said({ p }: { p: Proposal }) {
  const { t } = useTranslation()
  const { exact, change } = useFigures(p.currency)
  const o = p.outcome
  const args = { formula: exact(o.formula), current: exact(o.current), to: exact(o.to), most: exact(o.most), change: change(o.change) }
  return (
    <div className={`credit-said credit-said-${look[o.decision]}`}>
      <p><b>{o.decision === 'unknown' ? t(p.basis.grade ? 'credit.say_unsold' : 'credit.say_ungraded') : t(`credit.say_${o.decision}`, args)}</b></p>
      {(o.current > 0 || o.to > 0) && <p>{t(p.gap.without < 0 ? 'credit.say_lack' : 'credit.say_gap', { exposure: exact(p.exposure), gap: exact(Math.abs(p.gap.without)) })}{p.gap.until && ` · ${t('credit.say_with', { gap: exact(p.gap.with), until: p.gap.until })}`}</p>}
      {p.forecast && <p className="third">{t('credit.forecast_says')}</p>}
      {p.strict && <p className="third">{t('credit.strict')}</p>}
    </div>
  )
}

/** Needs are the conditions of a raise, met or not. */
function Needs({ p }: { p: Proposal }) {
  const { t } = useTranslation()
  const c = p.outcome.conditions
  const all = [['history', c.history], ['in_time', c.in_time], ['trusted', c.trusted], ['pause', c.pause]] as const
  return (
    <ul className="credit-needs" aria-label={t('credit.needs')}>
      <li>{t('credit.needs')}</li>
      {all.map(([name, met]) => <li key={name} className={met ? undefined : 'credit-unmet'}><span aria-hidden="true">{met ? '✓' : '✗'}</span> {t(`credit.need_${name}`)}<span className="unseen">{t(met ? 'credit.met' : 'credit.unmet')}</span></li>)}
    </ul>
  )
}
