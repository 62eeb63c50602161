import { CloseOutlined, ShareAltOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { shift, today } from '../../ui/day'
import { StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { useMay } from '../../ui/me'
import { usePeople } from '../../ui/people'
import { type Share, type Spell, useHide, useShow, type View } from './server'
import { SpellForm } from './SpellForm'
import { phase, useSpan } from './span'

/** SharesPanel is who may look for some days without working on the account. */
export function SharesPanel({ account, view }: { account: string; view: View }) {
  const { t } = useTranslation()
  const may = useMay()
  const show = useShow(account)
  const [editing, edit] = useState<Spell>()
  const fresh = () => edit({ user: '', from: today(), until: shift(today(), 7) })
  const close = () => {
    edit(undefined)
    show.reset()
  }
  return (
    <Panel title={t('team.shares')} subtitle={t('team.shares_why')} extra={may('team:share') && <Button size="small" icon={<ShareAltOutlined />} onClick={fresh}>{t('team.share')}</Button>}>
      {view.shares.length === 0 ? <Empty>{t('team.shares_none')}</Empty> : (
        <ul className="team-rows">{view.shares.map((x) => <Line key={x.user} account={account} share={x} />)}</ul>
      )}
      {editing && <SpellForm strict title={t('team.share')} start={editing} busy={show.isPending} error={show.error} onClose={close} onSave={(spell) => show.mutate(spell, { onSuccess: close })} />}
    </Panel>
  )
}

function Line({ account, share: x }: { account: string; share: Share }) {
  const { t } = useTranslation()
  const may = useMay()
  const people = usePeople()
  const span = useSpan()
  const hide = useHide(account)
  const name = people.name(x.user)
  return (
    <li>
      <b>{name}</b>
      <span className="third number">{span(x)}</span>
      {phase(x) === 'soon' && <StateChip state="info">{t('team.soon')}</StateChip>}
      <i className="grow" />
      {may('team:share') && <Button type="text" size="small" icon={<CloseOutlined />} loading={hide.isPending} aria-label={t('team.hide_of', { name })} onClick={() => hide.mutate(x.user)} />}
      <span className="team-reason second">{x.reason} <span className="third">{t('team.shared_by', { name: people.name(x.by) })}</span></span>
      <Fault error={hide.error} />
    </li>
  )
}
