import './contact.css'
import { ApartmentOutlined, UserAddOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { Empty } from '../../ui/kit/Empty'
import { Lists } from '../../ui/kit/Lists'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { usePanels } from '../../ui/Slot'
import { Masked } from './Masked'
import { type Card, usePeople } from './people'
import { PersonDrawer } from './PersonDrawer'
import { PersonForm } from './PersonForm'

/** PeopleTab shows the people of an account in the first view that a feature offers, and as a list of contacts. */
export default function PeopleTab({ account }: { account: string }) {
  const [{ people }, go] = useAddress({ people: '' })
  const First = usePanels('contact.view')[0]?.View
  return First && people !== 'list' ? <First account={account} onContacts={() => go({ people: 'list' })} />
    : <Contacts account={account} onBack={First && (() => go({ people: '' }))} />
}

const files = [{ kind: 'XLSX', format: 'xlsx' }, { kind: 'CSV', format: 'csv' }, { kind: 'vCard', format: 'vcf' }]

/** Contacts lists whom we know at an account, with what is needed to reach them. */
function Contacts({ account, onBack }: { account: string; onBack?: () => void }) {
  const { t } = useTranslation()
  const may = useMay()
  const people = usePeople(account)
  const [adding, add] = useState(false)
  const [{ person }, go] = useAddress({ person: '' })
  const button = (
    <span className="note-head">
      {may('contact:write') && <Button size="small" icon={<UserAddOutlined />} onClick={() => add(true)}>{t('contact.new')}</Button>}
      <Lists small of={t('contact.contacts')} parts={[{
        title: t('contact.contacts'),
        out: may('contact:export') ? files.map(({ kind, format }) => ({ kind, address: `/api/accounts/${account}/contacts/export?format=${format}` })) : [],
        into: may('contact:write') && may('import:write') ? { address: `/api/accounts/${account}/contacts/cards`, accept: '.vcf' } : undefined,
        elsewhere: may('import:write') ? { label: t('contact.tables'), to: '/data' } : undefined,
      }]} />
      {onBack && <Button size="small" icon={<ApartmentOutlined />} onClick={onBack}>{t('contact.map')}</Button>}
    </span>
  )
  return (
    <Panel title={t('contact.contacts')} subtitle={people.data && people.data.length} extra={button}>
      <Fault error={people.error} onRetry={() => void people.refetch()} />
      {people.isPending && <Waiting rows={6} />}
      {people.data?.length === 0 && <Empty>{t('contact.nobody')}</Empty>}
      <ul className="people">{people.data?.map((card) => <Person key={card.id} card={card} onOpen={() => go({ person: card.id })} />)}</ul>
      {adding && <PersonForm account={account} onClose={() => add(false)} />}
      {person && <PersonDrawer account={account} id={person} onClose={() => go({ person: '' })} />}
    </Panel>
  )
}

function Person({ card, onOpen }: { card: Card; onOpen: () => void }) {
  const { t } = useTranslation()
  const mobile = card.facts?.find((f) => f.field === 'mobile')
  return (
    <li>
      <button type="button" className="person" onClick={onOpen}>
        <i className="avatar" aria-hidden="true">{[...card.name][0]}</i>
        <b>{card.name}</b>
        <span className="third">{[card.department, card.title].filter(Boolean).join(' · ')}</span>
      </button>
      <dl>
        {card.phone && <div><dt>{t('contact.phone')}</dt><dd><Masked card={card} field="phone" shown={card.phone} /></dd></div>}
        {mobile && <div><dt>{t('contact.mobile')}</dt><dd><Masked card={card} field="mobile" shown={mobile.masked} locked={mobile.locked} /></dd></div>}
        {card.mail && <div><dt>{t('contact.mail')}</dt><dd><Masked card={card} field="mail" shown={card.mail} /></dd></div>}
      </dl>
    </li>
  )
}
