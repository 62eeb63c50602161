import { Alert, Checkbox, DatePicker, Form, Input, Modal, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { usePeople } from '../../ui/people'
import { bases, forms, kinds, type NoteBody, useWriteNote } from './people'

type Said = Omit<NoteBody, 'consent_on'> & { consent_on: Dayjs; no_child: boolean }

/** NoteForm writes a note: what, on which basis, and with which consent. What must not be written stands beside it. */
export function NoteForm({ contact, onClose }: { contact: string; onClose: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Said>()
  const write = useWriteNote(contact)
  const people = usePeople()
  const options = (prefix: string, names: readonly string[]) => names.map((value) => ({ value, label: t(`contact.${prefix}_${value}`) }))
  const send = ({ consent_on, no_child: _, ...body }: Said) => write.mutate({ ...body, consent_on: consent_on.format('YYYY-MM-DD') }, { onSuccess: onClose })
  return (
    <Modal open title={t('contact.new_note')} okText={t('contact.save')} onOk={form.submit} onCancel={onClose} confirmLoading={write.isPending} width={560}>
      <Alert type="warning" showIcon className="lead" title={t('contact.hint')} />
      <Form form={form} layout="vertical" requiredMark={false} className="person-form" initialValues={{ kind: 'hobby', basis: 'consent', consent_form: 'written' }} onFinish={send}>
        <Form.Item name="kind" label={t('contact.kind')}><Select options={options('kind', kinds)} /></Form.Item>
        <Form.Item name="basis" label={t('contact.basis')}><Select options={options('basis', bases)} /></Form.Item>
        <Form.Item name="text" label={t('contact.note')} className="wide" rules={[{ required: true, whitespace: true, message: t('contact.bad_note', { max: 2000 }) }]}><Input.TextArea rows={3} maxLength={2000} /></Form.Item>
        <Form.Item name="consent_on" label={t('contact.consent_on')} rules={[{ required: true, message: t('contact.no_consent') }]}><DatePicker maxDate={dayjs()} className="day" /></Form.Item>
        <Form.Item name="consent_form" label={t('contact.consent_form')}><Select options={options('form', forms)} /></Form.Item>
        <Form.Item name="proof" label={t('contact.proof')} className="wide" rules={[{ required: true, whitespace: true, message: t('contact.no_consent') }]}><Input maxLength={120} placeholder={t('contact.proof_such')} /></Form.Item>
        <Form.Item name="readers" label={t('contact.readers')} className="wide"><Select mode="multiple" allowClear showSearch={{ optionFilterProp: 'label' }} options={people.everybody} /></Form.Item>
        <Form.Item name="no_child" valuePropName="checked" className="wide" rules={[{ validator: (_, on) => (on ? Promise.resolve() : Promise.reject(new Error(t('contact.child')))) }]}><Checkbox>{t('contact.no_child')}</Checkbox></Form.Item>
      </Form>
      <Fault error={write.error} />
    </Modal>
  )
}
