import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Row, useEnd } from './server'

/** BreakForm says why a promise was not kept. */
export function BreakForm({ row, onDone }: { row: Row; onDone: () => void }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const end = useEnd()
  return (
    <Modal open title={t('commitment.broke')} onCancel={onDone} okText={t('commitment.broke')} cancelText={t('commitment.cancel')} confirmLoading={end.isPending} onOk={() => end.mutate({ row, state: 'broken', reason }, { onSuccess: onDone })}>
      <div className="commitment-form">
        <p>{row.text}</p>
        <Input.TextArea autoFocus rows={3} maxLength={300} aria-label={t('commitment.broke_why')} placeholder={t('commitment.broke_why')} value={reason} onChange={(e) => setReason(e.target.value)} />
        <Fault error={end.error} />
      </div>
    </Modal>
  )
}
