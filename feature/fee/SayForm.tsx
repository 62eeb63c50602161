import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'

interface Props {
  title: string
  label: string
  error: unknown
  busy: boolean
  onSay: (text: string) => void
  onCancel: () => void
}

/** SayForm asks for one text: a reason, or what was learned. */
export function SayForm({ title, label, error, busy, onSay, onCancel }: Props) {
  const { t } = useTranslation()
  const [text, say] = useState('')
  return (
    <Modal open title={title} onCancel={onCancel} okText={t('fee.save')} cancelText={t('fee.cancel')} confirmLoading={busy} onOk={() => onSay(text)}>
      <div className="fee-form">
        <label>{label}<Input.TextArea aria-label={label} rows={3} maxLength={500} value={text} onChange={(e) => say(e.target.value)} /></label>
        <Fault error={error} />
      </div>
    </Modal>
  )
}
