import { EditOutlined, UserAddOutlined, UserDeleteOutlined } from '@ant-design/icons'
import { Button, Popconfirm, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { missing } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { useMay } from '../../ui/me'
import { usePeople } from '../../ui/people'
import { type Member, roles, type Spell, useEnlist, useHandOver, useRelease, type View } from './server'
import { SpellForm } from './SpellForm'
import { phase, useSpan } from './span'

/** TeamPanel is the owner and the dated team, and the way to change them. */
export function TeamPanel({ account, view }: { account: string; view: View }) {
  const { t } = useTranslation()
  const may = useMay()
  const enlist = useEnlist(account)
  const [editing, edit] = useState<Spell>()
  const add = may('team:write') && <Button size="small" icon={<UserAddOutlined />} onClick={() => edit({ user: '', role: 'sales' })}>{t('team.add')}</Button>
  const close = () => {
    edit(undefined)
    enlist.reset()
  }
  return (
    <Panel title={t('team.team')} extra={add}>
      <Owner account={account} view={view} />
      {view.members.length === 0 ? <Empty>{t('team.nobody')}</Empty> : (
        <ul className="team-rows">{view.members.map((m) => <Line key={m.user} account={account} member={m} onEdit={() => edit(m)} />)}</ul>
      )}
      {editing && (
        <SpellForm title={editing.user ? t('team.edit') : t('team.add')} start={editing} roles={roles.map((value) => ({ value, label: t(`team.role_${value}`) }))}
          busy={enlist.isPending} error={enlist.error} onClose={close} onSave={(spell) => enlist.mutate(spell, { onSuccess: close })} />
      )}
    </Panel>
  )
}

function Owner({ account, view }: { account: string; view: View }) {
  const { t } = useTranslation()
  const may = useMay()
  const people = usePeople()
  const hand = useHandOver(account)
  return (
    <div className="team-owner">
      <span className="third">{t('team.owner_is')}</span>
      {may('account:assign')
        ? <Select size="small" value={view.owner || undefined} placeholder={t('team.owner_none')} showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={false} loading={hand.isPending} aria-label={t('team.owner_is')} options={people.options} onChange={(owner: string) => hand.mutate(owner)} />
        : <b>{people.name(view.owner) || missing}</b>}
      <Fault error={hand.error} />
    </div>
  )
}

function Line({ account, member: m, onEdit }: { account: string; member: Member; onEdit: () => void }) {
  const { t } = useTranslation()
  const may = useMay()
  const people = usePeople()
  const span = useSpan()
  const release = useRelease(account)
  const now = phase(m)
  const name = people.name(m.user)
  return (
    <li className={now === 'past' ? 'past' : ''}>
      <b>{name}</b>
      <span className="second">{m.role ? t(`team.role_${m.role}`) : missing}</span>
      <span className="third number">{span(m)}</span>
      {now !== 'now' && <StateChip state="info">{t(`team.${now}`)}</StateChip>}
      <i className="grow" />
      {may('team:write') && <Button type="text" size="small" icon={<EditOutlined />} aria-label={t('team.edit_of', { name })} onClick={onEdit} />}
      {may('team:write') && now !== 'past' && (
        <Popconfirm title={t('team.release_ask', { name })} okText={t('team.release')} onConfirm={() => release.mutate(m.user)}>
          <Button type="text" size="small" icon={<UserDeleteOutlined />} loading={release.isPending} aria-label={t('team.release_of', { name })} />
        </Popconfirm>
      )}
      <Fault error={release.error} />
    </li>
  )
}
