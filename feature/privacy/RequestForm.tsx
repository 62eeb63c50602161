import { DatePicker, Form, Input, Modal, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useAsk, wishes } from './server'
import { type Told, WhoFields, whoOf } from './WhoFields'

interface Said extends Told {
  kind: (typeof wishes)[number]
  received_on: Dayjs
  channel?: string
}

/** RequestForm registers what somebody asked, and by what he can be found. */
export function RequestForm({ onClose, onAsked }: { onClose: () => void; onAsked: (id: string) => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Said>()
  const ask = useAsk()
  const send = (s: Said) => ask.mutate(
    { kind: s.kind, received_on: s.received_on.format('YYYY-MM-DD'), channel: s.channel, who: whoOf(s) },
    { onSuccess: (made) => onAsked(made.id) },
  )
  return (
    <Modal open title={t('privacy.new')} okText={t('privacy.save')} onOk={form.submit} onCancel={onClose} confirmLoading={ask.isPending} width={560}>
      <Form form={form} layout="vertical" requiredMark={false} className="request-form" initialValues={{ kind: 'copy', received_on: dayjs() }} onFinish={send}>
        <Form.Item name="kind" label={t('privacy.kind')}><Select options={wishes.map((value) => ({ value, label: t(`privacy.kind_${value}`) }))} /></Form.Item>
        <Form.Item name="received_on" label={t('privacy.received_on')} rules={[{ required: true, message: t('privacy.bad_day') }]}><DatePicker maxDate={dayjs()} className="day" /></Form.Item>
        <WhoFields />
        <Form.Item name="channel" label={t('privacy.channel')} className="wide"><Input.TextArea rows={2} maxLength={500} /></Form.Item>
      </Form>
      <Fault error={ask.error} />
    </Modal>
  )
}
