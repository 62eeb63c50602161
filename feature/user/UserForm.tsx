import { Checkbox, Form, Input, Modal, Segmented, Select, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Slot } from '../../ui/Slot'
import { Lost } from './Lost'
import { type Saved, useSaveUser } from './server'
import { UserLinks } from './UserLinks'
import { type Body, machineRoles, roles, type User } from './wire'

interface Props {
  /** who is changed; absent for a new one */
  user?: User
  users: User[]
  onClose: () => void
  onSaved: (saved: Saved) => void
}

/** UserForm makes a user or changes one; a service account has an owner instead of a boss and a password. */
export function UserForm({ user, users, onClose, onSaved }: Props) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Body>()
  const [machine, setMachine] = useState(Boolean(user?.owner))
  const save = useSaveUser(user)
  const done = (saved: Saved) => {
    onClose()
    onSaved(saved)
  }
  const people = users.filter((u) => u.id !== user?.id && !u.owner).map((u) => ({ value: u.id, label: u.name }))
  return (
    <Modal open title={user ? t('user.edit', { name: user.name }) : t('user.add')} okText={t('user.save')} onOk={form.submit} onCancel={onClose} confirmLoading={save.isPending}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={user ?? { roles: ['rep'], active: true }} onFinish={(body) => save.mutate(body, { onSuccess: done })}>
        {!user && <Form.Item><Segmented aria-label={t('user.kind')} value={machine} onChange={setMachine} options={[{ value: false, label: t('user.person') }, { value: true, label: t('user.machine') }]} /></Form.Item>}
        {machine && !user && <p className="second lead">{t('user.machine_why')}</p>}
        <Form.Item name="name" label={t('user.name')} rules={[{ required: true }]}><Input autoFocus maxLength={60} /></Form.Item>
        <Form.Item name="login" label={t('user.login')} rules={[{ required: true, pattern: /^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,59}$/u, message: t('user.login_bad') }]}><Input disabled={Boolean(user)} autoComplete="off" /></Form.Item>
        <Form.Item name="roles" label={t('user.roles')} rules={[{ required: true }]}><RoleChoice of={machine ? machineRoles : roles} /></Form.Item>
        {machine
          ? <Form.Item name="owner" label={t('user.owner')} rules={[{ required: true }]}><Select showSearch={{ optionFilterProp: 'label' }} options={people} /></Form.Item>
          : <Form.Item name="boss" label={t('user.boss')}><Select allowClear showSearch={{ optionFilterProp: 'label' }} placeholder={t('user.boss_none')} options={people} /></Form.Item>}
        {user && <Form.Item name="active" label={t('user.active')} valuePropName="checked"><Switch /></Form.Item>}
        <Fault error={save.error} />
      </Form>
      {user && !machine && <UserLinks user={user.id} />}
      {user && <Slot name="user.more" user={user.id} roles={user.roles} />}
      {user && !machine && <Lost user={user} onIssued={done} />}
    </Modal>
  )
}

interface ChoiceProps {
  of: readonly (typeof roles)[number][]
  id?: string
  value?: string[]
  onChange?: (roles: string[]) => void
}

/** RoleChoice says with each role what it lets one see, and which take a second person. */
function RoleChoice({ of, id, value, onChange }: ChoiceProps) {
  const { t } = useTranslation()
  return (
    <Checkbox.Group className="role-choice" value={value} onChange={onChange}>
      {of.map((role, i) => (
        <Checkbox key={role} value={role} id={i === 0 ? id : undefined}>
          {t(`identity.role.${role}`)}
          <span className="third">{t(`user.what_${role}`)}{(role === 'director' || role === 'finance') && ` · ${t('user.by_two')}`}</span>
        </Checkbox>
      ))}
    </Checkbox.Group>
  )
}
