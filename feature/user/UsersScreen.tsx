import { EditOutlined, UserAddOutlined } from '@ant-design/icons'
import { Button, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { useMay } from '../../ui/me'
import { usePhone } from '../../ui/media'
import { OneTimePassword } from './OneTimePassword'
import { useUsers } from './server'
import './user.css'
import { UserForm } from './UserForm'
import type { Issued, User } from './wire'

/** UsersScreen lists who may sign in, and lets an administrator add and change them. */
export default function UsersScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const users = useUsers()
  const [editing, edit] = useState<User | 'new'>()
  const [issued, issue] = useState<Issued>()
  const active = users.data?.filter((u) => u.active).length
  const add = may('user:write') && <Button type="primary" icon={<UserAddOutlined />} onClick={() => edit('new')}>{t('user.add')}</Button>
  return (
    <div className="users">
      <PageHead title={t('user.users')} note={active !== undefined && t('user.users_of', { n: active })}>{add}</PageHead>
      <Fault error={users.error} onRetry={() => void users.refetch()} />
      <Panel title={t('user.who')}>
        <UserTable users={users.data} onEdit={may('user:write') ? edit : undefined} />
      </Panel>
      {editing && <UserForm user={editing === 'new' ? undefined : editing} users={users.data ?? []} onClose={() => edit(undefined)} onIssued={issue} />}
      {issued && <OneTimePassword issued={issued} onClose={() => issue(undefined)} />}
    </div>
  )
}

function UserTable({ users, onEdit }: { users: User[] | undefined; onEdit?: (user: User) => void }) {
  const { t } = useTranslation()
  const phone = usePhone()
  const boss = (user: User) => users?.find((u) => u.id === user.boss)?.name
  const roles = (user: User) => <span className="roles">{user.roles.map((role) => <PlainChip key={role}>{t(`identity.role.${role}`)}</PlainChip>)}</span>
  return (
    <Table size="small" pagination={false} rowKey="id" loading={!users} dataSource={users} locale={{ emptyText: t('user.none') }}
      columns={[
        { title: t('user.name'), render: (_, u) => <><b>{u.name}</b><div className="third">{u.login}</div>{phone && roles(u)}</> },
        ...(phone ? [] : [
          { title: t('user.roles'), render: (_: unknown, u: User) => roles(u) },
          { title: t('user.boss'), render: (_: unknown, u: User) => boss(u) },
        ]),
        { title: t('user.state'), width: 104, render: (_, u) => <StateChip state={u.active ? 'ok' : 'ask'}>{u.active ? t('user.active') : t('user.off')}</StateChip> },
        { title: '', width: 48, render: (_, u) => onEdit && <Button type="text" size="small" icon={<EditOutlined />} aria-label={t('user.edit', { name: u.name })} onClick={() => onEdit(u)} /> },
      ]} />
  )
}
