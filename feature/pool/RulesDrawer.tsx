import { Button, Checkbox, Drawer, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Waiting } from '../../ui/kit/Waiting'
import { usePhone } from '../../ui/media'
import { RunsList } from './RunsList'
import { type Rules, useEnforce, useRules, useTrial, type Wanted } from './server'
import { TrialResult } from './TrialResult'

const classes = ['A', 'B', 'C', 'none'] as const
const limits = [['warn', 1, 60], ['most', 0, 1000], ['daily', 0, 100], ['cooling', 0, 365]] as const

/** RulesDrawer tries rules out and puts them in force; what they have done stands below. */
export function RulesDrawer({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const phone = usePhone()
  const { data, error } = useRules()
  return (
    <Drawer open title={t('pool.rules')} onClose={onDone} size={phone ? '100%' : 560} destroyOnHidden>
      <Fault error={error} />
      {!data ? !error && <Waiting rows={6} /> : <Form key={data.version} rules={data} />}
      <RunsList />
    </Drawer>
  )
}

function Form({ rules }: { rules: Rules }) {
  const { t } = useTranslation()
  const [wanted, want] = useState<Wanted>({ ...rules, spare: rules.spare ?? [] })
  const [reason, say] = useState('')
  const trial = useTrial()
  const enforce = useEnforce(rules.version)
  const change = (to: Partial<Wanted>) => {
    want({ ...wanted, ...to })
    trial.reset()
    enforce.reset()
  }
  const line = (name: (typeof classes)[number], days: number | null) =>
    change({ lines: [...(wanted.lines ?? []).filter((l) => l.class !== name), ...(days ? [{ class: name, days }] : [])].sort((a, b) => classes.indexOf(a.class) - classes.indexOf(b.class)) })
  const said = ({ lines, unowned, warn, most, daily, cooling, spare }: Wanted): Wanted => ({ lines, unowned, warn, most, daily, cooling, spare })
  const spare = (ids: string[]) => {
    const next = { ...wanted, spare: [...new Set([...wanted.spare, ...ids])] }
    change(next)
    trial.mutate(said(next))
  }
  return (
    <div className="pool-form">
      <p className="third">{rules.version ? t('pool.rules_version', { version: rules.version }) : t('pool.rules_none')}</p>
      <h3>{t('pool.lines')}</h3>
      <div className="pool-grid">
        {classes.map((name) => (
          <label key={name}><span>{t(`pool.class_${name}`)}</span><InputNumber aria-label={t(`pool.class_${name}`)} min={1} max={3650} precision={0} placeholder={t('pool.never')} value={wanted.lines?.find((l) => l.class === name)?.days ?? null} onChange={(days) => line(name, days)} /></label>
        ))}
      </div>
      <Checkbox checked={wanted.unowned} onChange={(e) => change({ unowned: e.target.checked })}>{t('pool.unowned')}</Checkbox>
      <div className="pool-grid">
        {limits.map(([name, min, max]) => (
          <label key={name}><span>{t(name === 'cooling' ? 'pool.cooling_days' : `pool.${name}`)}</span><InputNumber aria-label={t(name === 'cooling' ? 'pool.cooling_days' : `pool.${name}`)} min={min} max={max} precision={0} value={wanted[name]} onChange={(n) => change({ [name]: n ?? min })} /></label>
        ))}
      </div>
      {wanted.spare.length > 0 && <p className="third">{t('pool.spared', { count: wanted.spare.length })}</p>}
      <Button loading={trial.isPending} onClick={() => trial.mutate(said(wanted))}>{t('pool.trial')}</Button>
      <Fault error={trial.error} />
      {trial.data && <TrialResult trial={trial.data} onSpare={spare} />}
      <Input.TextArea aria-label={t('pool.rules_reason')} placeholder={t('pool.rules_reason')} value={reason} maxLength={300} rows={2} onChange={(e) => say(e.target.value)} />
      <Fault error={enforce.error} />
      <Button type="primary" disabled={reason.trim().length < 2} loading={enforce.isPending} onClick={() => enforce.mutate({ ...said(wanted), reason })}>{t('pool.enforce')}</Button>
    </div>
  )
}
