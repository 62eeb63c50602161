import { Button, Checkbox, Form, Input, Modal, Popconfirm, Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useReissue, useSaveUser } from './server'
import { type Body, type Issued, roles, type User } from './wire'

interface Props {
  /** who is changed; absent for a new one */
  user?: User
  users: User[]
  onClose: () => void
  onIssued: (issued: Issued) => void
}

/** UserForm makes a user or changes one. */
export function UserForm({ user, users, onClose, onIssued }: Props) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Body>()
  const save = useSaveUser(user)
  const done = (issued: Issued | undefined) => {
    onClose()
    if (issued) onIssued(issued)
  }
  return (
    <Modal open title={user ? t('user.edit', { name: user.name }) : t('user.add')} okText={t('user.save')} onOk={form.submit} onCancel={onClose} confirmLoading={save.isPending}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={user ?? { roles: ['rep'], active: true }} onFinish={(body) => save.mutate(body, { onSuccess: done })}>
        <Form.Item name="name" label={t('user.name')} rules={[{ required: true }]}><Input autoFocus maxLength={60} /></Form.Item>
        <Form.Item name="login" label={t('user.login')} rules={[{ required: true, pattern: /^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,59}$/u, message: t('user.login_bad') }]}><Input disabled={Boolean(user)} autoComplete="off" /></Form.Item>
        <Form.Item name="roles" label={t('user.roles')} rules={[{ required: true }]}><RoleChoice /></Form.Item>
        <Form.Item name="boss" label={t('user.boss')}><Select allowClear showSearch={{ optionFilterProp: 'label' }} placeholder={t('user.boss_none')} options={users.filter((u) => u.id !== user?.id).map((u) => ({ value: u.id, label: u.name }))} /></Form.Item>
        {user && <Form.Item name="active" label={t('user.active')} valuePropName="checked"><Switch /></Form.Item>}
        <Fault error={save.error} />
      </Form>
      {user && <Reissue user={user} onIssued={done} />}
    </Modal>
  )
}

/** RoleChoice says with each role what it lets one see. */
function RoleChoice({ id, value, onChange }: { id?: string; value?: string[]; onChange?: (roles: string[]) => void }) {
  const { t } = useTranslation()
  return (
    <Checkbox.Group className="role-choice" value={value} onChange={onChange}>
      {roles.map((role, i) => (
        <Checkbox key={role} value={role} id={i === 0 ? id : undefined}>
          {t(`identity.role.${role}`)}
          <span className="third">{t(`user.what_${role}`)}</span>
        </Checkbox>
      ))}
    </Checkbox.Group>
  )
}

function Reissue({ user, onIssued }: { user: User; onIssued: (issued: Issued) => void }) {
  const { t } = useTranslation()
  const reissue = useReissue()
  return (
    <>
      <Popconfirm title={t('user.reissue_ask', { name: user.name })} onConfirm={() => reissue.mutate(user.id, { onSuccess: onIssued })}>
        <Button loading={reissue.isPending}>{t('user.reissue')}</Button>
      </Popconfirm>
      <Fault error={reissue.error} />
    </>
  )
}
