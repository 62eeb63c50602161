import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Page, useExcept } from './server'

/** ExceptForm asks a director to agree that a deal is gone after although a gate does not open. */
export function ExceptForm({ page, onDone }: { page: Page; onDone: () => void }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const except = useExcept(page.deal)
  return (
    <Modal open title={t('assessment.except')} onCancel={onDone} okText={t('assessment.except_send')} confirmLoading={except.isPending}
      okButtonProps={{ disabled: reason.trim().length < 5 }} onOk={() => except.mutate(reason, { onSuccess: onDone })}>
      <label className="assessment-field">
        {t('assessment.except_why')}
        <Input.TextArea rows={3} maxLength={500} aria-label={t('assessment.except_reason')} value={reason} onChange={(e) => setReason(e.target.value)} />
      </label>
      <Fault error={except.error} />
    </Modal>
  )
}
