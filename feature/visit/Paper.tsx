import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { TierWord } from '../../ui/kit/Chip'
import { PageHead } from '../../ui/kit/PageHead'
import { Waiting } from '../../ui/kit/Waiting'
import { Attitude, Facts, Pending, type Told } from './Briefing'
import { useBriefing } from './server'
import type { Kept } from './visits'
import { useWhen } from './words'

/** Paper is the briefing as it is printed: one page to read on the way. */
export default function Paper({ visit }: { visit: string }) {
  const { data, error, refetch } = useBriefing(visit)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting rows={8} />
  return <Page brief={data} />
}

type Printed = Told & { visit: Kept }

/** Page is a briefing on one page, from the server or out of the pocket. */
export function Page({ brief }: { brief: Printed }) {
  const { t } = useTranslation()
  return (
    <article className="visit-paper">
      <Title brief={brief} />
      <Whom brief={brief} />
      <Aims brief={brief} />
      <section><h3>{t('visit.background')}</h3><Facts brief={{ ...brief, people: [] }} /></section>
      <Pending brief={brief} />
      <Past brief={brief} />
      <section className="visit-write"><h3>{t('visit.notes')}</h3></section>
    </article>
  )
}

function Title({ brief: { visit, as_of } }: { brief: Printed }) {
  const { t } = useTranslation()
  const when = useWhen()
  return (
    <>
      <PageHead title={visit.name} note={`${visit.code} · ${t('visit.as_of', { day: when.day(as_of) })}`}><Button className="visit-print" type="primary" onClick={() => print()}>{t('visit.print')}</Button></PageHead>
      <p>{visit.tier && <TierWord tier={visit.tier} />} <b>{visit.day} {when.weekday(visit.day)} {when.time(visit)}</b> · {[...new Set([visit.purpose, visit.city, visit.place])].filter(Boolean).join(' · ')}</p>
      <p className="third">{t('visit.ours')} {visit.ours.map((p) => p.name).join('、')}</p>
    </>
  )
}

function Whom({ brief: { people } }: { brief: Printed }) {
  const { t } = useTranslation()
  if (people.length === 0) return null
  return (
    <section>
      <h3>{t('visit.people')}</h3>
      <ul className="visit-whom">{people.map((p) => <li key={p.id}><b>{p.name}</b> {[p.title, p.department].filter(Boolean).join(' · ')} {p.comes && <span className="third">{t('visit.comes')}</span>}<Attitude of={p.attitude} />{p.duties && <small>{p.duties}</small>}</li>)}</ul>
    </section>
  )
}

function Aims({ brief: { visit } }: { brief: Printed }) {
  const { t } = useTranslation()
  const when = useWhen()
  return (
    <section>
      <h3>{t('visit.objectives')}</h3>
      {visit.objectives.length === 0 && <p className="third">{t('visit.no_objectives')}</p>}
      <ol>{visit.objectives.map((o) => <li key={o.id}>{o.text} <span className="third">{[o.metric, o.target && `${o.target} ${o.unit}`, o.deadline && when.day(o.deadline)].filter(Boolean).join(' · ')}</span></li>)}</ol>
    </section>
  )
}

function Past({ brief: { history } }: { brief: Printed }) {
  const { t } = useTranslation()
  const when = useWhen()
  if (history.length === 0) return null
  return <section><h3>{t('visit.history')}</h3><ul>{history.map((h, i) => <li key={i}>{when.day(h.on)} {t(`visit.touch_${h.channel}`)} · {h.subject}</li>)}</ul></section>
}
