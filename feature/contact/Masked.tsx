import { EyeOutlined } from '@ant-design/icons'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { useMay } from '../../ui/me'
import { type Card, type Field, useReveal } from './people'

interface Props {
  card: Card
  field: Field
  /** the value as it came, masked or plain */
  shown: string
  /** the key is not there */
  locked?: boolean
}

/** Masked shows a value behind its mask, and without it to whoever asks; he says why where the account is not his. */
export function Masked({ card, field, shown, locked }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  const reveal = useReveal(card.id)
  const [asked, ask] = useState(false)
  const look = (reason?: string) => reveal.mutate({ field, reason }, {
    onError: (error) => ask(asked || (error as unknown as Problem).key === 'contact.no_reason'),
    onSuccess: () => ask(false),
  })
  if (locked) return <span className="soon">{t('contact.locked')}</span>
  if (reveal.data) return <span className="number">{reveal.data}</span>
  const hidden = shown.includes('****') || shown.includes('***@')
  return (
    <>
      <span className={hidden ? 'number third' : 'number'}>{shown}</span>
      {hidden && may('contact:reveal') && (
        <Button size="small" type="text" icon={<EyeOutlined />} loading={reveal.isPending} title={t('contact.reveal')}
          aria-label={`${t('contact.reveal')} ${card.name} ${t(`contact.${field}`)}`} onClick={() => look()} />
      )}
      {reveal.error && !asked && <Fault error={reveal.error} />}
      {asked && <Reason onGiven={look} onClose={() => { ask(false); reveal.reset() }} error={reveal.error} waiting={reveal.isPending} />}
    </>
  )
}

interface ReasonProps {
  onGiven: (reason: string) => void
  onClose: () => void
  error: unknown
  waiting: boolean
}

function Reason({ onGiven, onClose, error, waiting }: ReasonProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ reason: string }>()
  return (
    <Modal open title={t('contact.reason')} okText={t('contact.reveal')} onOk={form.submit} onCancel={onClose} confirmLoading={waiting} width={420}>
      <p className="second lead">{t('contact.reason_why')}</p>
      <Form form={form} onFinish={({ reason }) => onGiven(reason)}>
        <Form.Item name="reason" rules={[{ required: true, whitespace: true, message: t('contact.no_reason') }]}><Input autoFocus aria-label={t('contact.reason')} maxLength={120} /></Form.Item>
      </Form>
      {(error as Partial<Problem> | null)?.key !== 'contact.no_reason' && <Fault error={error} />}
    </Modal>
  )
}
