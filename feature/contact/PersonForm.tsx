import { Form, Input, Modal, Select } from 'antd'
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

type Values = Body & { scopes?: string[] }

/** PersonForm adds somebody or changes him at work. Whoever sees masks cannot write what is behind them. */
export function PersonForm({ account, card, etag, onClose }: Props) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Values>()
  const save = useSavePerson(account, card?.id, etag)
  const plain = !card || card.plain
  const finish = ({ scopes, ...body }: Values) => save.mutate({ ...body, rank: body.rank ?? 0, scope: scopes?.join(' ') ?? '' }, { onSuccess: onClose })
  return (
    <Modal open title={card ? t('contact.edit') : t('contact.new')} okText={t('contact.save')} onOk={form.submit} onCancel={onClose} confirmLoading={save.isPending} width={620}>
      <Form form={form} layout="vertical" requiredMark={false} className="person-form" initialValues={card && { ...card, rank: card.rank || undefined, scopes: card.scope.split(' ').filter(Boolean) }} onFinish={finish}>
        <Form.Item name="name" label={t('contact.name')} rules={[{ required: true, whitespace: true, message: t('contact.no_name') }]}><Input autoFocus maxLength={120} /></Form.Item>
        <Form.Item name="department" label={t('contact.department')}><Input maxLength={120} /></Form.Item>
        <Form.Item name="title" label={t('contact.title')}><Input maxLength={120} /></Form.Item>
        <Form.Item name="rank" label={t('contact.rank')}><Select allowClear options={[6, 5, 4, 3, 2, 1].map((value) => ({ value, label: t(`contact.rank_${value}`) }))} /></Form.Item>
        <Form.Item name="scopes" label={t('contact.scope')}><Select mode="multiple" options={['technical', 'business', 'financial'].map((value) => ({ value, label: t(`contact.scope_${value}`) }))} /></Form.Item>
        {plain && (['phone', 'mail', 'wechat'] as const).map((field) => (
          <Form.Item key={field} name={field} label={t(`contact.${field}`)}><Input maxLength={120} inputMode={field === 'phone' ? 'tel' : field === 'mail' ? 'email' : 'text'} /></Form.Item>
        ))}
        {stories.map((field) => <Form.Item key={field} name={field} label={t(`contact.${field}`)} className="wide"><Input.TextArea rows={1} maxLength={500} /></Form.Item>)}
      </Form>
      <Fault error={save.error} />
    </Modal>
  )
}
