import './upgrade.css'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Panel } from '../../ui/kit/Panel'
import { StateChip } from '../../ui/kit/Chip'
import { Waiting } from '../../ui/kit/Waiting'
import { usePeople } from '../../ui/people'
import { DropPlan } from './DropPlan'
import { Lacks } from './Lacks'
import { PlanForm } from './PlanForm'
import { type Plan, type Sheet, useSave, useSheet } from './server'

/** AccountUpgrade says what an account lacks of its next class, and who sees to it. */
export default function AccountUpgrade({ account }: { account: string }) {
  const { t } = useTranslation()
  const { data: sheet, error, refetch } = useSheet(account)
  const [form, open] = useState<'plan' | 'drop'>()
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!sheet) return <Waiting rows={4} />
  const { plan } = sheet
  const close = () => open(undefined)
  return (
    <Panel title={t('upgrade.panel')} subtitle={t('upgrade.panel_says')} extra={sheet.may && <>
      {plan && <Button size="small" type="text" onClick={() => open('drop')}>{t('upgrade.drop')}</Button>}
      {(plan || sheet.next) && <Button size="small" onClick={() => open('plan')}>{t(plan ? 'upgrade.change' : 'upgrade.plan')}</Button>}
    </>}>
      <Lacks sheet={sheet} />
      {plan ? <Steps account={account} plan={plan} sheet={sheet} /> : sheet.next && <p className="third">{t('upgrade.no_plan')}</p>}
      <Past sheet={sheet} />
      {form === 'plan' && <PlanForm account={account} plan={plan} today={sheet.today} me={sheet.me} onDone={close} />}
      {form === 'drop' && plan && <DropPlan plan={plan} onDone={close} />}
    </Panel>
  )
}

/** Steps are those of the open plan; a tick says that one is done. */
function Steps({ account, plan, sheet }: { account: string; plan: Plan; sheet: Sheet }) {
  const { t } = useTranslation()
  const { name } = usePeople()
  const save = useSave(account, plan)
  const tick = (at: number, done: boolean) =>
    save.mutate({ owner: plan.owner ?? '', due: plan.due, steps: plan.steps.map((s, i) => (i === at ? { ...s, done: done ? sheet.today : '' } : s)) })
  const late = (day: string) => day < sheet.today && <span className="soon"> {t('upgrade.late')}</span>
  return (
    <>
      <h3 className="upgrade-head">{t('upgrade.plan_line', { was: t(`grade.${plan.was}`), becomes: t(`grade.${plan.becomes}`), due: plan.due })}{late(plan.due)} <small className="third">{name(plan.owner)}</small></h3>
      <Fault error={save.error} />
      <ul className="notes">
        {plan.steps.map((s, i) => (
          <li key={i}>
            <Checkbox checked={!!s.done} disabled={!sheet.may || save.isPending} aria-label={t('upgrade.mark_done', { said: s.said })} onChange={(e) => tick(i, e.target.checked)}>{s.said}</Checkbox>
            <span className="third">{s.done || s.due}{!s.done && late(s.due)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Past({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  if (sheet.past.length === 0) return null
  return (
    <>
      <h3 className="upgrade-head">{t('upgrade.past')}</h3>
      <ul className="notes">
        {sheet.past.map((p) => (
          <li key={p.id}><span>{t('upgrade.plan_line', { was: t(`grade.${p.was}`), becomes: t(`grade.${p.becomes}`), due: p.due })}<small>{[p.ended, p.note].filter(Boolean).join(' · ')}</small></span>
            <StateChip state={p.state === 'reached' ? 'ok' : 'info'}>{t(`upgrade.state_${p.state}`)}</StateChip></li>
        ))}
      </ul>
    </>
  )
}
