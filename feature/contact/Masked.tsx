import { EyeOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { useMay } from '../../ui/me'
import { type Card, type Field, useReveal } from './people'
import { Reason } from './Reason'

interface Props {
  card: Card
  field: Field
  /** the value as it came, masked or plain */
  shown: string
  /** the key is not there */
  locked?: boolean
}

/** Masked shows a value behind its mask, and without it to whoever asks; he says why where the account is not his. */
export function Masked({ card, field, shown, locked }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  const reveal = useReveal(card.id)
  const [asked, ask] = useState(false)
  const look = (reason?: string) => reveal.mutate({ field, reason }, {
    onError: (error) => ask(asked || (error as unknown as Problem).key === 'contact.no_reason'),
    onSuccess: () => ask(false),
  })
  if (locked) return <span className="soon">{t('contact.locked')}</span>
  if (reveal.data) return <span className="number">{reveal.data}</span>
  const hidden = shown.includes('****') || shown.includes('***@')
  return (
    <>
      <span className={hidden ? 'number third' : 'number'}>{shown}</span>
      {hidden && may('contact:reveal') && (
        <Button size="small" type="text" icon={<EyeOutlined />} loading={reveal.isPending} title={t('contact.reveal')}
          aria-label={`${t('contact.reveal')} ${card.name} ${t(`contact.${field}`)}`} onClick={() => look()} />
      )}
      {reveal.error && !asked && <Fault error={reveal.error} />}
      {asked && <Reason title={t('contact.reason')} why={t('contact.reason_why')} ok={t('contact.reveal')} onGiven={look} onClose={() => { ask(false); reveal.reset() }} error={reveal.error} waiting={reveal.isPending} />}
    </>
  )
}
