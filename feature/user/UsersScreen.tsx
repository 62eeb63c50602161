import { EditOutlined, UserAddOutlined } from '@ant-design/icons'
import { Alert, Button, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { missing } from '../../ui/figures'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { useMay } from '../../ui/me'
import { usePhone } from '../../ui/media'
import { OneTimePassword } from './OneTimePassword'
import { type Saved, useUsers } from './server'
import './user.css'
import { UserForm } from './UserForm'
import type { Issued, User } from './wire'

/** UsersScreen lists who may sign in, and lets an administrator add and change them. */
export default function UsersScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const users = useUsers()
  const [editing, edit] = useState<User | 'new'>()
  const [saved, save] = useState<Saved>()
  const active = users.data?.filter((u) => u.active && !u.owner).length
  const add = may('user:write') && <Button type="primary" icon={<UserAddOutlined />} onClick={() => edit('new')}>{t('user.add')}</Button>
  return (
    <div className="users stack">
      <PageHead title={t('user.users')} note={active !== undefined && t('user.users_of', { n: active })}>{add}</PageHead>
      <Fault error={users.error} onRetry={() => void users.refetch()} />
      {users.data && may('user:write') && !users.data.some((u) => u.active && u.roles.includes('operations')) && <Alert type="info" showIcon title={t('user.nobody_imports')} />}
      {saved?.user.asked && <Alert type="info" showIcon closable title={t('user.asked', { name: saved.user.name, roles: saved.user.asked.map((role) => t(`identity.role.${role}`)).join(t('user.and')) })} />}
      <Panel title={t('user.who')}>
        <UserTable users={users.data} onEdit={may('user:write') ? edit : undefined} />
      </Panel>
      {editing && <UserForm user={editing === 'new' ? undefined : editing} users={users.data ?? []} onClose={() => edit(undefined)} onSaved={save} />}
      {saved?.password && <OneTimePassword issued={saved as Issued} onClose={() => save({ user: saved.user })} />}
    </div>
  )
}

function UserTable({ users, onEdit }: { users: User[] | undefined; onEdit?: (user: User) => void }) {
  const { t } = useTranslation()
  const phone = usePhone()
  const named = (id: string | undefined) => users?.find((u) => u.id === id)?.name
  const roles = (user: User) => <span className="roles">{user.roles.map((role) => <PlainChip key={role}>{t(`identity.role.${role}`)}</PlainChip>)}</span>
  return (
    <Table size="small" pagination={false} rowKey="id" loading={!users} dataSource={users} locale={{ emptyText: t('user.none') }}
      columns={[
        { title: t('user.name'), render: (_, u) => <><b>{u.name}</b> {u.owner && <PlainChip outlined>{t('user.machine')}</PlainChip>}<div className="third">{u.login}</div>{phone && roles(u)}</> },
        ...(phone ? [] : [
          { title: t('user.roles'), render: (_: unknown, u: User) => roles(u) },
          { title: t('user.boss'), render: (_: unknown, u: User) => (u.owner ? t('user.owned', { name: named(u.owner) }) : named(u.boss) ?? missing) },
          { title: t('user.factor'), width: 104, render: (_: unknown, u: User) => (u.owner ? '–' : u.factor ? t('user.factor_on') : <span className="third">{t('user.factor_off')}</span>) },
        ]),
        { title: t('user.state'), width: 104, render: (_, u) => <StateChip state={u.active ? 'ok' : 'ask'}>{u.active ? t('user.active') : t('user.off')}</StateChip> },
        { title: <span className="unseen">{t('ui.actions')}</span>, width: 48, render: (_, u) => onEdit && <Button type="text" size="small" icon={<EditOutlined />} aria-label={t('user.edit', { name: u.name })} onClick={() => onEdit(u)} /> },
      ]} />
  )
}
