import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useCancelVisit } from './server'
import type { Sheet } from './visits'

/** CancelForm says that a visit does not take place, and why. */
export function CancelForm({ visit, onDone }: { visit: Sheet; onDone: () => void }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const cancel = useCancelVisit(visit)
  return (
    <Modal open title={t('visit.cancel_of', { name: visit.name })} onCancel={onDone} okText={t('visit.cancel')} okButtonProps={{ danger: true }} cancelText={t('visit.keep')} confirmLoading={cancel.isPending}
      onOk={() => cancel.mutate({ reason }, { onSuccess: onDone })}>
      <div className="visit-form">
        <p className="second">{t('visit.cancel_says')}</p>
        <Input autoFocus aria-label={t('visit.cancel_reason')} placeholder={t('visit.cancel_reason')} maxLength={300} value={reason} onChange={(e) => setReason(e.target.value)} />
        <Fault error={cancel.error} />
      </div>
    </Modal>
  )
}
