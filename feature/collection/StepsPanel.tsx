import './collection.css'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { AgreeForm } from './AgreeForm'
import { DunForm } from './DunForm'
import { GiveUpForm } from './GiveUpForm'
import { HoldForm } from './HoldForm'
import { LetterView } from './LetterView'
import { type Agreement, type Course, type Logged, type Sheet, useSheet } from './server'
import { useReason } from './words'

/** StepsPanel is how far asking an account for money is, and what was done. */
export default function StepsPanel({ account }: { account: string }) {
  const { t } = useTranslation()
  const { data: sheet, error, refetch } = useSheet(account)
  const [form, open] = useState<'dun' | 'hold' | 'give_up' | 'agree'>()
  const { exact } = useFigures(sheet?.currency)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!sheet) return <Panel title={t('collection.steps')}><Waiting rows={3} /></Panel>
  const { course } = sheet, close = () => open(undefined)
  const about = course.number && (course.days > 0 ? t('collection.about', { number: course.number, days: course.days }) : t('collection.about_due', { number: course.number, days: -course.days }))
  return (
    <Panel title={t('collection.steps')} subtitle={about || undefined} extra={<span className="collection-bar">
      {sheet.may.dun && course.number && <Button size="small" type="primary" onClick={() => open('dun')}>{t('collection.ask')}</Button>}
      {sheet.may.dun && <Button size="small" danger={!sheet.stop} onClick={() => open('hold')}>{t(sheet.stop ? 'collection.lift' : 'collection.stop')}</Button>}
      {sheet.may.dun && <Button size="small" type="text" onClick={() => open('agree')}>{t('collection.agree_steps')}</Button>}
      {sheet.may.writeoff && sheet.debts.length > 0 && <Button size="small" type="text" onClick={() => open('give_up')}>{t('collection.give_up_button')}</Button>}
    </span>}>
      <Stopped sheet={sheet} />
      {course.number ? <Way course={course} /> : <p className="third collection-none">{t('collection.no_course')}</p>}
      {course.asked > 0 && <p className="collection-note">{t('collection.asked_for', { amount: exact(course.asked) })}{course.next && <> · {t('collection.next_step', { on: course.next, step: t(`collection.step_${course.steps[course.reached + 1]!.does}`) })}</>}</p>}
      <Otherwise agreement={sheet.agreement} />
      <Log sheet={sheet} />
      <WriteOffs sheet={sheet} />
      {form === 'dun' && <DunForm account={account} sheet={sheet} onDone={close} />}
      {form === 'agree' && <AgreeForm account={account} agreement={sheet.agreement} onDone={close} />}
      {form === 'hold' && <HoldForm account={account} stop={sheet.stop} onDone={close} />}
      {form === 'give_up' && <GiveUpForm account={account} sheet={sheet} onDone={close} />}
    </Panel>
  )
}

function Stopped({ sheet: { stop } }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const reason = useReason()
  if (!stop) return null
  return <p className="collection-stopped"><StateChip state="blocked">{t('collection.stopped_since', { since: stop.since })}</StateChip> {reason(stop.reason)} {stop.number}</p>
}

/** Otherwise are the steps that are not the company's. */
function Otherwise({ agreement: { agreed } }: { agreement: Agreement }) {
  const { t } = useTranslation()
  if (agreed.length === 0) return null
  return (
    <ul className="collection-list" aria-label={t('collection.agree_steps')}>
      {agreed.map((a) => <li key={a.id} className="third">{t('collection.agreed_of', { contract: a.contract || t('collection.agree_all'), steps: a.steps.map((s) => `${t(`collection.step_${s.does}`)} ${signed(s.days)}`).join(' · ') })}</li>)}
    </ul>
  )
}

/** signed is a number of days before or after. */
const signed = (days: number) => (days > 0 ? `+${days}` : days < 0 ? `−${-days}` : '0')

function Way({ course: { steps, reached } }: { course: Course }) {
  const { t } = useTranslation()
  return (
    <ol className="collection-way">
      {steps.map((s, i) => (
        <li key={s.does} className={i < reached ? 'past' : i === reached ? 'now' : 'ahead'} data-done={!!s.done} title={s.done ? t('collection.step_done', { on: s.done }) : t('collection.step_on', { on: s.on })}>
          <i aria-hidden="true">{s.done ? '✓' : ''}</i>
          <b>{t(`collection.step_${s.does}`)}</b>
          <small>{t('collection.days', { days: signed(s.days) })}</small>
          <small className="third">{s.done ?? ''}</small>
        </li>
      ))}
    </ol>
  )
}

function Log({ sheet: { log } }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const [shown, show] = useState<Logged>()
  const [all, more] = useState(false)
  if (log.length === 0) return null
  const state = { queued: 'info', sent: 'ok', failed: 'blocked', done: 'ok' } as const
  return (
    <div className="collection-scroll" tabIndex={0} role="group" aria-label={t('collection.letters')}>
      <table className="collection-rows">
        <tbody>{(all ? log : log.slice(0, 4)).map((l) => (
          <tr key={l.id}>
            <td>{l.made}</td>
            <td>{t(`collection.step_${l.does}`)} · {t(`collection.by_${l.channel}`)}</td>
            <td className="collection-words">{l.to}{(l.says || l.fault || l.ours) && <small className="third">{[l.says, l.fault, l.ours].filter(Boolean).join(' · ')}</small>}</td>
            <td><StateChip state={state[l.state]}>{t(`collection.letter_${l.state}`)}</StateChip></td>
            <td>{l.body && <Button size="small" type="link" aria-label={`${t('collection.show_letter')} ${l.made} ${l.to}`} onClick={() => show(l)}>{t('collection.show_letter')}</Button>}</td>
          </tr>
        ))}</tbody>
      </table>
      {!all && log.length > 4 && <Button size="small" type="link" onClick={() => more(true)}>{t('collection.all_log', { count: log.length })}</Button>}
      {shown && <LetterView letter={shown} onDone={() => show(undefined)} />}
    </div>
  )
}

function WriteOffs({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const { exact } = useFigures(sheet.currency)
  if (sheet.write_offs.length === 0) return null
  return (
    <ul className="collection-list" aria-label={t('collection.writeoffs')}>
      {sheet.write_offs.slice(0, 5).map((w) => (
        <li key={w.id}><StateChip state={w.state === 'waiting' ? 'ask' : w.state === 'booked' ? 'ok' : 'info'}>{t(`collection.writeoff_${w.state}`)}</StateChip> {t('collection.writeoff_of', { number: w.number })} {exact(w.amount)} <small className="third">{w.reason}</small></li>
      ))}
    </ul>
  )
}
