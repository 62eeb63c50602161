import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Day } from '../../ui/kit/Day'
import { Panel } from '../../ui/kit/Panel'
import { type Template, templates, useForeseen, useGenerate, useRuns, useUndo } from './server'

/** TemplatesPanel makes the actions of a template: first what would come of it, then once, and back. */
export function TemplatesPanel({ today, account }: { today: string; account?: string }) {
  const { t } = useTranslation()
  const { count } = useFigures()
  const [template, setTemplate] = useState<Template>('QUARTER-3M')
  const [from, setFrom] = useState(today)
  const [trying, attempt] = useState(false)
  const asked = { template, from, account }
  const foreseen = useForeseen(asked, trying)
  const generate = useGenerate()
  const f = trying ? foreseen.data : undefined
  const changed = (set: () => void) => { set(); attempt(false); generate.reset() }
  return (
    <Panel title={t('plan.templates')} subtitle={account ? undefined : t('plan.templates_says')}>
      <div className="plan-template">
        <Select<Template> aria-label={t('plan.template')} value={template} onChange={(one) => changed(() => setTemplate(one))} popupMatchSelectWidth={false} options={templates.map((value) => ({ value, label: t(`routine.template_${value}`) }))} />
        <Day label={t('plan.start')} value={from} onChange={(day) => changed(() => setFrom(day))} />
        <Button loading={foreseen.isFetching} onClick={() => attempt(true)}>{t('plan.try')}</Button>
      </div>
      <Fault error={(trying ? foreseen.error : null) ?? generate.error} />
      {f && (
        <div className="plan-foreseen">
          <p>{t('plan.foreseen', { actions: count(f.actions), accounts: count(f.accounts), there: count(f.there) })}</p>
          <ol>{f.tasks.slice(0, 5).map((one) => <li key={one.from}>{t(`routine.task_${one.key}`)} <small className="third">{one.from === one.until ? one.from : `${one.from} – ${one.until}`}</small></li>)}{f.tasks.length > 5 && <li className="third">… {count(f.tasks.length)}</li>}</ol>
          {f.skipped.length > 0 && <details><summary>{t('plan.skipped', { count: f.skipped.length })}</summary><ul>{f.skipped.map((s) => <li key={s.account}>{s.name}: {t(s.why)}</li>)}</ul></details>}
          <Button type="primary" disabled={f.actions === 0} loading={generate.isPending} onClick={() => generate.mutate(asked, { onSuccess: () => attempt(false) })}>{t('plan.generate')}</Button>
        </div>
      )}
      <Runs />
    </Panel>
  )
}

function Runs() {
  const { t } = useTranslation()
  const { count } = useFigures()
  const { data } = useRuns()
  const undo = useUndo()
  if (!data) return null
  return (
    <>
      <h3 className="plan-head">{t('plan.runs')}</h3>
      <Fault error={undo.error} />
      {data.length === 0 ? <p className="third">{t('plan.no_runs')}</p> : (
        <ul className="notes">
          {data.map((r) => (
            <li key={r.id}>
              <span>{t('plan.run_line', { template: t(`routine.template_${r.template}`), from: r.from, made: count(r.made) })}<small>{r.on}{r.undone && ` · ${t('plan.undone', { day: r.undone })}`}</small></span>
              {!r.undone && <Button size="small" type="link" aria-label={`${t('plan.undo')} ${t(`routine.template_${r.template}`)} ${r.from}`} loading={undo.isPending && undo.variables === r.id} onClick={() => undo.mutate(r.id)}>{t('plan.undo')}</Button>}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
