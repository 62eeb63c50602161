import { UnlockOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PlainChip } from '../../ui/kit/Chip'
import { useForce } from './people'
import { Reason } from './Reason'

/** Forced breaks the glass: in an emergency all notes, for a reason that whoever reads the audit reads. */
export function Forced({ contact }: { contact: string }) {
  const { t } = useTranslation()
  const force = useForce(contact)
  const [asked, ask] = useState(false)
  return (
    <section className="notes">
      <h3><UnlockOutlined /> {t('contact.emergency')}<i className="grow" />{!force.data && <Button size="small" danger onClick={() => ask(true)}>{t('contact.force')}</Button>}</h3>
      <p className="third">{t('contact.force_why')}</p>
      {force.data?.length === 0 && <p className="second">{t('contact.force_none')}</p>}
      <ul>
        {force.data?.map(({ note, text }) => (
          <li key={note.id}>
            <div className="note-head"><PlainChip>{t(`contact.kind_${note.kind}`)}</PlainChip><span className="third">{note.author_name}</span></div>
            <p className="note-text">{text}</p>
          </li>
        ))}
      </ul>
      {asked && (
        <Reason title={t('contact.force_reason')} why={t('contact.force_why')} ok={t('contact.force')} error={force.error} waiting={force.isPending}
          onGiven={(reason) => force.mutate(reason, { onSuccess: () => ask(false) })} onClose={() => { ask(false); force.reset() }} />
      )}
    </section>
  )
}
