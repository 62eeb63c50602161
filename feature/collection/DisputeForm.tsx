import { Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shift } from '../../ui/day'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { reasons, type Sheet, useDispute } from './server'
import { leftOf, WhichDebt } from './WhichDebt'

/** DisputeForm writes down what a customer will not pay of an invoice. */
export function DisputeForm({ account, sheet, onDone }: { account: string; sheet: Sheet; onDone: () => void }) {
  const { t } = useTranslation()
  const [number, choose] = useState(sheet.debts[0]?.number ?? '')
  const [reason, because] = useState<(typeof reasons)[number]>('quality')
  const [yuan, of] = useState<number | null>(null)
  const [says, say] = useState('')
  const [due, by] = useState(shift(sheet.on, 14))
  const dispute = useDispute(account)
  return (
    <Modal open title={t('collection.new_dispute')} onCancel={onDone} okText={t('collection.save')} cancelText={t('collection.cancel')} confirmLoading={dispute.isPending}
      okButtonProps={{ disabled: !number || !yuan || says.trim().length < 2 }} onOk={() => dispute.mutate({ number, reason, amount: Math.round(yuan! * 100), says, due }, { onSuccess: onDone })}>
      <div className="collection-form">
        <label>{t('collection.number')}<WhichDebt sheet={sheet} value={number} onChange={choose} /></label>
        <label>{t('collection.reason')}<Select value={reason} onChange={because} options={reasons.map((value) => ({ value, label: t(`collection.reason_${value}`) }))} /></label>
        <label>{t('collection.amount')}<InputNumber min={0.01} max={leftOf(sheet, number) / 100} precision={2} value={yuan} onChange={of} /></label>
        <label>{t('collection.says')}<Input.TextArea rows={2} maxLength={500} value={says} placeholder={t('collection.says_hint')} onChange={(e) => say(e.target.value)} /></label>
        <Day label={t('collection.due')} value={due} first={sheet.on} onChange={by} />
        <Fault error={dispute.error} />
      </div>
    </Modal>
  )
}
