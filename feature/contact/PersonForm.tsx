import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Body, type Card, stories, useSavePerson } from './people'

interface Props {
  account: string
  /** who is changed; absent for a new one */
  card?: Card
  etag?: string
  onClose: () => void
}

/** PersonForm adds somebody or changes him at work. Whoever sees masks cannot write what is behind them. */
export function PersonForm({ account, card, etag, onClose }: Props) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Body>()
  const save = useSavePerson(account, card?.id, etag)
  const plain = !card || card.plain
  return (
    <Modal open title={card ? t('contact.edit') : t('contact.new')} okText={t('contact.save')} onOk={form.submit} onCancel={onClose} confirmLoading={save.isPending} width={620}>
      <Form form={form} layout="vertical" requiredMark={false} className="person-form" initialValues={card} onFinish={(body) => save.mutate(body, { onSuccess: onClose })}>
        <Form.Item name="name" label={t('contact.name')} rules={[{ required: true, whitespace: true, message: t('contact.no_name') }]}><Input autoFocus maxLength={120} /></Form.Item>
        <Form.Item name="department" label={t('contact.department')}><Input maxLength={120} /></Form.Item>
        <Form.Item name="title" label={t('contact.title')}><Input maxLength={120} /></Form.Item>
        {plain && (['phone', 'mail', 'wechat'] as const).map((field) => (
          <Form.Item key={field} name={field} label={t(`contact.${field}`)}><Input maxLength={120} inputMode={field === 'phone' ? 'tel' : field === 'mail' ? 'email' : 'text'} /></Form.Item>
        ))}
        {stories.map((field) => <Form.Item key={field} name={field} label={t(`contact.${field}`)} className="wide"><Input.TextArea rows={1} maxLength={500} /></Form.Item>)}
      </Form>
      <Fault error={save.error} />
    </Modal>
  )
}
