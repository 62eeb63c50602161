import { DatePicker, Form, Input, Modal, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { usePeople } from '../../ui/people'
import type { Spell } from './server'

interface Props {
  title: string
  start: Spell
  /** absent where no role is chosen */
  roles?: { value: string; label: string }[]
  /** both days are wanted, and a reason */
  strict?: boolean
  busy: boolean
  error: unknown
  onClose: () => void
  onSave: (spell: Spell) => void
}

interface Fields {
  user: string
  role?: string
  from?: Dayjs | null
  until?: Dayjs | null
  reason?: string
}

/** SpellForm asks who, in which role, from when until when, and why. */
export function SpellForm({ title, start, roles, strict, busy, error, onClose, onSave }: Props) {
  const { t } = useTranslation()
  const people = usePeople()
  const [form] = Form.useForm<Fields>()
  const first = { ...start, from: start.from ? dayjs(start.from) : null, until: start.until ? dayjs(start.until) : null }
  const save = ({ user, role, from, until, reason }: Fields) => onSave({ user, role, from: from?.format('YYYY-MM-DD'), until: until?.format('YYYY-MM-DD'), reason })
  return (
    <Modal open title={title} okText={t('team.save')} onOk={form.submit} onCancel={onClose} confirmLoading={busy} destroyOnHidden>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={first} onFinish={save}>
        <Form.Item name="user" label={t('team.who')} rules={[{ required: true }]}><Select disabled={!!start.user} showSearch={{ optionFilterProp: 'label' }} options={people.options} /></Form.Item>
        {roles && <Form.Item name="role" label={t('team.role')} rules={[{ required: true }]}><Select options={roles} /></Form.Item>}
        <div className="team-days">
          <Form.Item name="from" label={t('team.from')} rules={[{ required: strict }]}><DatePicker /></Form.Item>
          <Form.Item name="until" label={t('team.until_day')} rules={[{ required: strict }]}><DatePicker /></Form.Item>
        </div>
        {strict && <Form.Item name="reason" label={t('team.reason')} rules={[{ required: true, whitespace: true }]}><Input.TextArea maxLength={300} rows={2} /></Form.Item>}
        <Fault error={error} />
      </Form>
    </Modal>
  )
}
