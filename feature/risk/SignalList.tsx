import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { JudgeForm } from './JudgeForm'
import { useSays } from './says'
import { type Sheet, type Signal, useDecline } from './server'

/** SignalList is what was noticed of an account: to be accepted or declined, then what was decided. */
export function SignalList({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const waiting = sheet.signals.filter((s) => s.state === 'proposed')
  const past = sheet.signals.filter((s) => s.state !== 'proposed')
  return (
    <div className="risk-signals">
      <h3>{t('risk.signals')}</h3>
      {waiting.length ? <ul>{waiting.map((s) => <Line key={s.id} signal={s} sheet={sheet} />)}</ul> : <p className="third">{t('risk.no_signals')}</p>}
      {past.length > 0 && (
        <details>
          <summary>{t('risk.past_signals')} ({past.length})</summary>
          <ul>{past.map((s) => <Line key={s.id} signal={s} sheet={sheet} />)}</ul>
        </details>
      )}
    </div>
  )
}

function Line({ signal: s, sheet }: { signal: Signal; sheet: Sheet }) {
  const { t } = useTranslation()
  const says = useSays()
  const [form, open] = useState<'accept' | 'decline'>()
  const cause = sheet.causes.find((c) => c.cause === s.cause)
  const close = () => open(undefined)
  return (
    <li>
      <span>
        {s.state === 'proposed' ? <StateChip state="ask">{t(`risk.cause_${s.cause}`)}</StateChip> : <PlainChip outlined>{t(`risk.${s.state}`)}</PlainChip>} <b>{says.signal(s)}</b>
        <small className="third">{s.raised}{s.state === 'proposed' ? ` · ${t('risk.proposes', { probability: s.probability })}` : ` · ${[s.by, s.decided, s.reason].filter(Boolean).join(' · ')}`}</small>
      </span>
      {s.state === 'proposed' && sheet.may && (
        <span className="risk-buttons">
          <Button size="small" type="primary" onClick={() => open('accept')}>{t('risk.accept')}</Button>
          <Button size="small" onClick={() => open('decline')}>{t('risk.decline')}</Button>
        </span>
      )}
      {form === 'accept' && cause && <JudgeForm account={sheet.account} name={sheet.name} cause={cause} today={sheet.today} signal={s} onDone={close} />}
      {form === 'decline' && <Decline signal={s} says={says.signal(s)} onDone={close} />}
    </li>
  )
}

function Decline({ signal, says, onDone }: { signal: Signal; says: string; onDone: () => void }) {
  const { t } = useTranslation()
  const decline = useDecline(signal)
  return (
    <Modal open title={says} onCancel={onDone} footer={null} width={440}>
      <Form<{ reason: string }> layout="vertical" requiredMark={false} onFinish={({ reason }) => decline.mutate(reason, { onSuccess: onDone })}>
        <Form.Item name="reason" label={t('risk.decline_of')} rules={[{ required: true, min: 5, message: t('risk.no_reason', { min: 5, max: 500 }) }]}><Input.TextArea autoFocus rows={3} maxLength={500} /></Form.Item>
        <Fault error={decline.error} />
        <Button htmlType="submit" type="primary" loading={decline.isPending}>{t('risk.decline')}</Button>
      </Form>
    </Modal>
  )
}
