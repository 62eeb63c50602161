import { Form, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useReadmit } from './server'
import { type Told, WhoFields, whoOf } from './WhoFields'

/** ReadmissionForm lets somebody be known again who was forgotten and has asked for that. */
export function ReadmissionForm({ onClose, onDone }: { onClose: () => void; onDone: (name: string) => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Told>()
  const readmit = useReadmit()
  const send = (told: Told) => readmit.mutate(whoOf(told), { onSuccess: () => onDone(told.name) })
  return (
    <Modal open title={t('privacy.readmit')} okText={t('privacy.readmit_do')} onOk={form.submit} onCancel={onClose} confirmLoading={readmit.isPending} width={560}>
      <p className="second lead">{t('privacy.readmit_why')}</p>
      <Form form={form} layout="vertical" requiredMark={false} className="request-form" onFinish={send}><WhoFields /></Form>
      <Fault error={readmit.error} />
    </Modal>
  )
}
