import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Way } from './move'

/** ReasonForm asks why a deal goes back, or leaves steps out. */
export function ReasonForm({ way, step, name, onDone }: { way: Way; step: string; name: string; onDone: (reason?: string) => void }) {
  const { t } = useTranslation()
  const [reason, set] = useState('')
  const why = t(way === 'back' ? 'pipeline.why_back' : 'pipeline.why_skip')
  return (
    <Modal open title={t('pipeline.move_to', { step })} okText={t('pipeline.move')} cancelText={t('pipeline.cancel')} okButtonProps={{ disabled: reason.trim().length < 2 }} onOk={() => onDone(reason)} onCancel={() => onDone()}>
      <p>{name}</p>
      <p className="third">{why}</p>
      <Input.TextArea autoFocus rows={2} maxLength={1000} aria-label={t('pipeline.reason')} value={reason} onChange={(e) => set(e.target.value)} />
    </Modal>
  )
}
