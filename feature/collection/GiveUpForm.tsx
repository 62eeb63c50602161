import { Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Sheet, useGiveUp } from './server'
import { leftOf, WhichDebt } from './WhichDebt'

/** GiveUpForm asks somebody to agree that money is given up. */
export function GiveUpForm({ account, sheet, onDone }: { account: string; sheet: Sheet; onDone: () => void }) {
  const { t } = useTranslation()
  const [number, choose] = useState(sheet.debts[0]?.number ?? '')
  const [yuan, of] = useState<number | null>(leftOf(sheet, number) / 100)
  const [reason, say] = useState('')
  const give = useGiveUp(account)
  return (
    <Modal open title={t('collection.give_up_button')} onCancel={onDone} okText={t('collection.give_up_button')} cancelText={t('collection.cancel')} confirmLoading={give.isPending}
      okButtonProps={{ disabled: !number || !yuan || reason.trim().length < 5 }} onOk={() => give.mutate({ number, amount: Math.round(yuan! * 100), reason }, { onSuccess: onDone })}>
      <div className="collection-form">
        <label>{t('collection.number')}<WhichDebt sheet={sheet} value={number} onChange={(n) => { choose(n); of(leftOf(sheet, n) / 100) }} /></label>
        <label>{t('collection.amount')}<InputNumber min={0.01} max={leftOf(sheet, number) / 100} precision={2} value={yuan} onChange={of} /></label>
        <label>{t('collection.reason')}<Input.TextArea rows={2} maxLength={500} value={reason} onChange={(e) => say(e.target.value)} /></label>
        <Fault error={give.error} />
      </div>
    </Modal>
  )
}
