import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Act, type Order, useAct } from './server'

/** ActForm asks why an order is released, paid first or closed. */
export function ActForm({ order, act, onDone }: { order: Order; act: Act; onDone: () => void }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const send = useAct()
  return (
    <Modal open title={t(`credit.${act}_title`, { number: order.number })} onCancel={onDone} okText={t('credit.send')} cancelText={t('credit.cancel')} confirmLoading={send.isPending} okButtonProps={{ disabled: reason.trim().length < 5 }}
      onOk={() => send.mutate({ order, act, reason }, { onSuccess: onDone })}>
      <div className="credit-form">
        {act !== 'cash' && <p className="third">{t(`credit.${act}_says`)}</p>}
        <label>{t('credit.reason')}<Input.TextArea rows={3} maxLength={500} value={reason} onChange={(e) => setReason(e.target.value)} /></label>
        <Fault error={send.error} />
      </div>
    </Modal>
  )
}
