import { DeleteOutlined, EditOutlined } from '@ant-design/icons'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { missing } from '../../ui/figures'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { Career } from './Career'
import { FactLine } from './FactLine'
import { Forced } from './Forced'
import { Masked } from './Masked'
import { Notes } from './Notes'
import { type Card, facts, stories, useDropPerson, usePerson } from './people'
import { PersonForm } from './PersonForm'

interface Props {
  account: string
  contact: string
  /** something about him was changed */
  onChange: () => void
  /** he is not there any more */
  onGone?: () => void
}

/** PersonFile is how to reach somebody, where he stands, and of his life what he agreed to have kept. */
export default function PersonFile({ account, contact, onChange, onGone }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  const person = usePerson(contact)
  const [editing, edit] = useState(false)
  const card = person.data
  const gone = () => { onChange(); onGone?.() }
  return (
    <div className="person-file">
      <Fault error={person.error} onRetry={() => void person.refetch()} />
      {person.isPending && <Waiting rows={8} />}
      {card && may('contact:write') && (
        <p className="note-tools">
          <Button size="small" icon={<EditOutlined />} onClick={() => edit(true)}>{t('contact.edit')}</Button>
          <Drop card={card} etag={card.etag} onDropped={gone} />
        </p>
      )}
      {card && <About card={card} />}
      {card && <Career card={card} etag={card.etag} onChange={gone} />}
      {card && may('contact:sensitive') && <Notes contact={card.id} />}
      {card && may('contact:force') && <Forced contact={card.id} />}
      {card && editing && <PersonForm account={account} card={card} etag={card.etag} onClose={() => { edit(false); onChange() }} />}
    </div>
  )
}

function About({ card }: { card: Card }) {
  const { t } = useTranslation()
  const may = useMay()
  return (
    <>
      <h3>{t('contact.work')}</h3>
      <dl className="file">
        <div><dt>{t('contact.title')}</dt><dd>{[card.department, card.title].filter(Boolean).join(' · ') || missing}</dd></div>
        {(['phone', 'mail', 'wechat'] as const).map((field) => (
          <div key={field}><dt>{t(`contact.${field}`)}</dt><dd>{card[field] ? <Masked card={card} field={field} shown={card[field]} /> : missing}</dd></div>
        ))}
        {stories.filter((field) => card[field]).map((field) => <div key={field}><dt>{t(`contact.${field}`)}</dt><dd>{card[field]}</dd></div>)}
      </dl>
      {may('contact:personal') && card.facts && (
        <>
          <h3>{t('contact.personal')}</h3>
          <dl className="file">{facts.map((field) => <FactLine key={field} card={card} field={field} />)}</dl>
        </>
      )}
    </>
  )
}

function Drop({ card, etag, onDropped }: { card: Card; etag: string; onDropped: () => void }) {
  const { t } = useTranslation()
  const drop = useDropPerson(card.id, etag)
  return (
    <Popconfirm title={t('contact.drop_sure', { name: card.name })} okText={t('contact.drop')} onConfirm={() => drop.mutate(undefined, { onSuccess: onDropped })}>
      <Button size="small" type="text" danger icon={<DeleteOutlined />} loading={drop.isPending} aria-label={`${t('contact.drop')} ${card.name}`} />
    </Popconfirm>
  )
}
