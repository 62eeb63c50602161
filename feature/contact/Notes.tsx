import { LockOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { today } from '../../ui/day'
import { useFigures } from '../../ui/figures'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { NoteForm } from './NoteForm'
import { type Note, useConfirmNote, useNotes, useReadNote, useWithdrawNote } from './people'

/** Notes are what somebody agreed to have written about his private life, closed until they are read. */
export function Notes({ contact }: { contact: string }) {
  const { t } = useTranslation()
  const notes = useNotes(contact)
  const [writing, write] = useState(false)
  return (
    <section className="notes">
      <h3><LockOutlined /> {t('contact.notes')}<i className="grow" /><Button size="small" icon={<PlusOutlined />} onClick={() => write(true)}>{t('contact.new_note')}</Button></h3>
      <p className="third">{t('contact.notes_who')}</p>
      <Fault error={notes.error} onRetry={() => void notes.refetch()} />
      {notes.data?.length === 0 && <p className="second">{t('contact.notes_none')}</p>}
      <ul>{notes.data?.map((note) => <Line key={note.id} note={note} />)}</ul>
      {writing && <NoteForm contact={contact} onClose={() => write(false)} />}
    </section>
  )
}

function Line({ note }: { note: Note }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const read = useReadNote(note.id)
  const confirm = useConfirmNote(note)
  const withdraw = useWithdrawNote(note.id)
  const expired = note.expires_on < today()
  return (
    <li>
      <div className="note-head">
        <PlainChip>{t(`contact.kind_${note.kind}`)}</PlainChip>
        {note.ended_at ? <StateChip state="blocked">{t('contact.withdrawn')}</StateChip>
          : <StateChip state={expired ? 'ask' : 'ok'}>{expired ? t('contact.expired') : t('contact.until', { day: figures.date(note.expires_on) })}</StateChip>}
        <span className="third">{note.author_name}</span>
      </div>
      <p className="third">{t(`contact.basis_${note.basis}`)} · {t('contact.consent')} {figures.date(note.consent_on)} {t(`contact.form_${note.consent_form}`)}{note.proof && ` · ${note.proof}`}</p>
      {read.data && !note.ended_at && <p className="note-text">{read.data}</p>}
      {!note.ended_at && (
        <div className="note-tools">
          {!read.data && !expired && <Button size="small" loading={read.isPending} onClick={() => read.mutate()}>{t('contact.read')}</Button>}
          <Button size="small" type="text" loading={confirm.isPending} onClick={() => confirm.mutate()}>{t('contact.confirm')}</Button>
          <Popconfirm title={t('contact.withdraw_sure')} okText={t('contact.withdraw')} onConfirm={() => withdraw.mutate()}>
            <Button size="small" type="text" danger loading={withdraw.isPending}>{t('contact.withdraw')}</Button>
          </Popconfirm>
        </div>
      )}
      <Fault error={read.error ?? confirm.error ?? withdraw.error} />
    </li>
  )
}
