import { MailOutlined, MessageOutlined, PhoneOutlined, ShareAltOutlined, TeamOutlined, CarOutlined, MobileOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { LogForm } from './LogForm'
import { type Channel, type Logged, type Row, useDrop } from './server'

const icons: Record<Channel, typeof MailOutlined> = { visit: CarOutlined, phone: PhoneOutlined, mail: MailOutlined, sms: MobileOutlined, chat: MessageOutlined, social: ShareAltOutlined, event: TeamOutlined }

/** Entries is a list of contacts, with what can be done about each. */
export function Entries({ rows, contacts, named }: { rows: Row[]; contacts?: Logged['contacts']; named?: boolean }) {
  const { t } = useTranslation()
  const drop = useDrop()
  const [changing, change] = useState<Row>()
  const [answering, answer] = useState<Row>()
  return (
    <>
      <Fault error={drop.error} />
      <ol className="interaction-entries">
        {rows.map((r) => (
          <Entry key={r.id} row={r} named={named}>
            {r.may && r.waits && <Button size="small" type="primary" onClick={() => answer(r)} aria-label={`${t('interaction.answer')} ${r.subject}`}>{t('interaction.answer')}</Button>}
            {r.may && contacts && <Button size="small" type="link" onClick={() => change(r)} aria-label={`${t('interaction.edit')} ${r.subject}`}>{t('interaction.edit')}</Button>}
            {r.may && contacts && (
              <Popconfirm title={t('interaction.drop_sure')} okText={t('interaction.drop')} cancelText={t('interaction.cancel')} onConfirm={() => drop.mutate(r)}>
                <Button size="small" type="link" aria-label={`${t('interaction.drop')} ${r.subject}`}>{t('interaction.drop')}</Button>
              </Popconfirm>
            )}
          </Entry>
        ))}
      </ol>
      {changing && contacts && <LogForm account={changing.account} contacts={contacts} old={changing} onDone={() => change(undefined)} />}
      {answering && <LogForm account={answering.account} contacts={contacts ?? answering.people} answers={answering} onDone={() => answer(undefined)} />}
    </>
  )
}

function Entry({ row: r, named, children }: { row: Row; named?: boolean; children: React.ReactNode }) {
  const { t } = useTranslation()
  const { time, decimal } = useFigures()
  const Icon = icons[r.channel]
  const who = [r.people, r.users].map((side) => side.map((p) => p.name).join('、')).filter(Boolean).join(' ↔ ')
  return (
    <li>
      <span className="interaction-icon" title={t(`interaction.channel_${r.channel}`)}><Icon /></span>
      <div>
        <p>
          {named && <Link to="/accounts/$id" params={{ id: r.account } as never}>{r.name}</Link>}
          <b>{r.subject}</b>
        </p>
        <small className="third">
          {r.at ? time(r.at) : r.on} · {t(`interaction.channel_${r.channel}`)} · {t(`interaction.direction_${r.direction}`)}{who && ` · ${who}`}
        </small>
        {r.hours != null && <StateChip state={r.late ? 'blocked' : r.waits ? (r.hours < 1 ? 'info' : 'ask') : 'ok'}>{t(r.waits ? 'interaction.waits_for' : 'interaction.answered_in', { hours: decimal(r.hours) })}</StateChip>}
      </div>
      <span className="interaction-acts">{children}</span>
    </li>
  )
}
