import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Sheet, useHold } from './server'

/** HoldForm stops delivery on credit, or has it go on, for a reason. */
export function HoldForm({ account, stop, onDone }: { account: string; stop: Sheet['stop']; onDone: () => void }) {
  const { t } = useTranslation()
  const [reason, say] = useState('')
  const hold = useHold(account, stop)
  return (
    <Modal open title={t(stop ? 'collection.lift_of' : 'collection.stop_of')} onCancel={onDone} okText={t(stop ? 'collection.lift' : 'collection.stop')} cancelText={t('collection.cancel')} confirmLoading={hold.isPending}
      okButtonProps={{ disabled: reason.trim().length < 2, danger: !stop }} onOk={() => hold.mutate(reason, { onSuccess: onDone })}>
      <div className="collection-form">
        <label>{t(stop ? 'collection.lifting' : 'collection.reason')}<Input.TextArea rows={2} maxLength={500} value={reason} onChange={(e) => say(e.target.value)} /></label>
        <Fault error={hold.error} />
      </div>
    </Modal>
  )
}
