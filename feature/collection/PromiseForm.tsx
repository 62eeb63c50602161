import { Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shift } from '../../ui/day'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { type Sheet, usePromise } from './server'
import { leftOf, WhichDebt } from './WhichDebt'

/** PromiseForm writes down what somebody at a customer said would come by a day. */
export function PromiseForm({ account, sheet, onDone }: { account: string; sheet: Sheet; onDone: () => void }) {
  const { t } = useTranslation()
  const [number, choose] = useState('')
  const [yuan, of] = useState<number | null>(sheet.course.asked ? sheet.course.asked / 100 : null)
  const [due, by] = useState(shift(sheet.on, 7))
  const [who, name] = useState('')
  const [says, say] = useState('')
  const promise = usePromise(account)
  return (
    <Modal open title={t('collection.new_promise')} onCancel={onDone} okText={t('collection.save')} cancelText={t('collection.cancel')} confirmLoading={promise.isPending}
      okButtonProps={{ disabled: !yuan || !who.trim() }} onOk={() => promise.mutate({ number: number || undefined, amount: Math.round(yuan! * 100), due, who, says: says || undefined }, { onSuccess: onDone })}>
      <div className="collection-form">
        <label>{t('collection.number')}<WhichDebt any sheet={sheet} value={number} onChange={(n) => { choose(n); if (n) of(leftOf(sheet, n) / 100) }} /></label>
        <label>{t('collection.amount')}<InputNumber min={0.01} precision={2} value={yuan} onChange={of} /></label>
        <Day label={t('collection.promised_due')} value={due} first={sheet.on} onChange={by} />
        <label>{t('collection.who')}<Input maxLength={120} value={who} placeholder={t('collection.who_hint')} onChange={(e) => name(e.target.value)} /></label>
        <label>{t('collection.says')}<Input.TextArea rows={2} maxLength={500} value={says} placeholder={t('collection.outcome_hint')} onChange={(e) => say(e.target.value)} /></label>
        <Fault error={promise.error} />
      </div>
    </Modal>
  )
}
