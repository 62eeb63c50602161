import { Button, Form, Input, InputNumber, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import type { Said } from './server'

interface Props {
  title: string
  /** from where to where the scale goes */
  min: number
  max: number
  /** what was said last, if anything was */
  now?: Said & { by: string; on?: string; expires?: string }
  saving: boolean
  error: unknown
  onSave: (said: Said) => void
  onClose: () => void
}

/** Say takes a judgement and from what it is known. */
export function Say({ title, min, max, now, saving, error, onSave, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Modal open title={title} onCancel={onClose} footer={null} width={440}>
      <Form layout="vertical" initialValues={now && { value: now.value, evidence: now.evidence }} onFinish={onSave}>
        {now && <p className="third">{t('industry.said_before', { author: now.by, date: now.on, expires: now.expires })}</p>}
        <Form.Item name="value" label={t('industry.scale', { min, max })} rules={[{ required: true, message: t('industry.needs_value') }]}>
          <InputNumber min={min} max={max} precision={0} className="industry-full" />
        </Form.Item>
        <Form.Item name="evidence" label={t('industry.evidence')} rules={[{ required: true, min: 5, message: t('industry.needs_evidence') }]}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
        <Fault error={error} />
        <Button htmlType="submit" type="primary" loading={saving}>{t('industry.save')}</Button>
      </Form>
    </Modal>
  )
}
