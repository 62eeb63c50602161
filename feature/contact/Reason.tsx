import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../ui/api'
import { Fault } from '../../ui/Fault'

interface Props {
  title: string
  /** what becomes of the reason */
  why: string
  /** what is done for it */
  ok: string
  onGiven: (reason: string) => void
  onClose: () => void
  error: unknown
  waiting: boolean
}

/** Reason asks why somebody wants to see something that he does not see by himself. */
export function Reason({ title, why, ok, onGiven, onClose, error, waiting }: Props) {
  const { t } = useTranslation()
  const [form] = Form.useForm<{ reason: string }>()
  return (
    <Modal open title={title} okText={ok} onOk={form.submit} onCancel={onClose} confirmLoading={waiting} width={420}>
      <p className="second lead">{why}</p>
      <Form form={form} onFinish={({ reason }) => onGiven(reason)}>
        <Form.Item name="reason" rules={[{ required: true, whitespace: true, message: t('contact.say_why') }]}><Input autoFocus aria-label={title} maxLength={120} /></Form.Item>
      </Form>
      {(error as Partial<Problem> | null)?.key !== 'contact.no_reason' && <Fault error={error} />}
    </Modal>
  )
}
