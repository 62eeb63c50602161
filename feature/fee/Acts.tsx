import { Button, Checkbox, Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { today } from '../../ui/day'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { AskForm } from './AskForm'
import { SayForm } from './SayForm'
import { type Register, type Sheet, useEvaluate, useExecute, useOverride, usePay, useRaise } from './server'

/** Acts are what the viewer may do with a request now. */
export function Acts({ sheet, types }: { sheet: Sheet; types?: Register['types'] }) {
  const { t } = useTranslation()
  const [doing, set] = useState<string>()
  const done = () => set(undefined)
  const execute = useExecute(sheet)
  const override = useOverride(sheet)
  const evaluate = useEvaluate(sheet)
  const buttons = ['again', 'override', 'raise', 'settle', 'evaluate'].filter((act) => sheet.may.includes(act))
  return (
    <div className="fee-acts">
      {buttons.map((act) => <Button key={act} onClick={() => set(act)}>{t(`fee.act_${act}`)}</Button>)}
      {sheet.may.includes('execute') && <Button type="primary" loading={execute.isPending} onClick={() => execute.mutate()}>{t('fee.act_execute')}</Button>}
      <Fault error={execute.error} />
      {doing === 'again' && types && <AskForm account={sheet.account} types={types} currency={sheet.currency} old={sheet} onDone={done} />}
      {doing === 'override' && <SayForm title={t('fee.act_override')} label={t('fee.override')} error={override.error} busy={override.isPending} onCancel={done} onSay={(reason) => override.mutate(reason, { onSuccess: done })} />}
      {doing === 'evaluate' && <SayForm title={t('fee.act_evaluate')} label={t('fee.lesson')} error={evaluate.error} busy={evaluate.isPending} onCancel={done} onSay={(lesson) => evaluate.mutate(lesson, { onSuccess: done })} />}
      {doing === 'raise' && <MoreForm sheet={sheet} onDone={done} />}
      {doing === 'settle' && <PayForm sheet={sheet} onDone={done} />}
    </div>
  )
}

function MoreForm({ sheet, onDone }: { sheet: Sheet; onDone: () => void }) {
  const { t } = useTranslation()
  const [amount, set] = useState(sheet.agreed)
  const [reason, say] = useState('')
  const raise = useRaise(sheet)
  return (
    <Modal open title={t('fee.act_raise')} onCancel={onDone} okText={t('fee.send')} cancelText={t('fee.cancel')} confirmLoading={raise.isPending} onOk={() => raise.mutate({ amount, reason }, { onSuccess: onDone })}>
      <div className="fee-form">
        <label>{t('fee.altogether')}<InputNumber aria-label={t('fee.altogether')} min={0} precision={2} suffix={sheet.currency} value={amount / 100} onChange={(yuan) => set(Math.round((yuan ?? 0) * 100))} /></label>
        <label>{t('fee.reason')}<Input.TextArea aria-label={t('fee.reason')} rows={2} maxLength={500} value={reason} onChange={(e) => say(e.target.value)} /></label>
        <Fault error={raise.error} />
      </div>
    </Modal>
  )
}

function PayForm({ sheet, onDone }: { sheet: Sheet; onDone: () => void }) {
  const { t } = useTranslation()
  const [value, set] = useState({ amount: Math.max(sheet.agreed - sheet.paid, 0), on: today(), number: '', note: '', last: true })
  const pay = usePay(sheet)
  return (
    <Modal open title={t('fee.act_settle')} onCancel={onDone} okText={t('fee.book')} cancelText={t('fee.cancel')} confirmLoading={pay.isPending} onOk={() => pay.mutate(value, { onSuccess: onDone })}>
      <div className="fee-form">
        <label>{t('fee.original')}<InputNumber aria-label={t('fee.original')} min={0} precision={2} suffix={sheet.currency} value={value.amount / 100} onChange={(yuan) => set({ ...value, amount: Math.round((yuan ?? 0) * 100) })} /></label>
        <label>{t('fee.number')}<Input aria-label={t('fee.number')} maxLength={60} value={value.number} onChange={(e) => set({ ...value, number: e.target.value })} /></label>
        <Day label={t('fee.on')} value={value.on} onChange={(on) => set({ ...value, on })} last={today()} />
        <label>{t('fee.note')}<Input aria-label={t('fee.note')} maxLength={500} value={value.note} onChange={(e) => set({ ...value, note: e.target.value })} /></label>
        <Checkbox checked={value.last} onChange={(e) => set({ ...value, last: e.target.checked })}>{t('fee.last')}</Checkbox>
        <Fault error={pay.error} />
      </div>
    </Modal>
  )
}
