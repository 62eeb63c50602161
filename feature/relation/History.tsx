import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { missing } from '../../ui/figures'
import { type Field, fields } from './map'
import { useHistory } from './server'
import { useWords } from './words'

/** History is who judged somebody how, and what became of his place and his lines, the latest first. */
export function History({ account, contact }: { account: string; contact: string }) {
  const { t } = useTranslation()
  const [open, show] = useState(false)
  return (
    <section aria-label={t('relation.history')}>
      <h3>{t('relation.history')}<button type="button" className="link" aria-expanded={open} onClick={() => show(!open)}>{t(open ? 'relation.hide' : 'relation.show')}</button></h3>
      {open && <Events account={account} contact={contact} />}
    </section>
  )
}

function Events({ account, contact }: { account: string; contact: string }) {
  const { t } = useTranslation()
  const words = useWords()
  const events = useHistory(account, contact)
  const isField = (what: string): what is Field => (fields as string[]).includes(what)
  const show = (what: string, value: string) => (value === '' ? missing : isField(what) ? words.value(what, value) : value)
  return (
    <>
      <Fault error={events.error} onRetry={() => void events.refetch()} />
      {events.data?.length === 0 && <p className="third">{t('relation.history_none')}</p>}
      <ul className="map-lines">{events.data?.map((e) => (
        <li key={e.id}>
          <span className="third">{e.on}</span>
          <span className="grow">{isField(e.what) ? words.field(e.what) : t(`relation.what_${e.what}`)} {e.was && <s className="third">{show(e.what, e.was)}</s>} {show(e.what, e.now)}{e.evidence && <span className="third"> · {e.evidence}</span>}</span>
          <span className="third">{e.name}</span>
        </li>
      ))}</ul>
    </>
  )
}
