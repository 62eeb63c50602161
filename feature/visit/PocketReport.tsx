import { Button } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TierWord } from '../../ui/kit/Chip'
import { Fault } from '../../ui/Fault'
import { Banner } from './Banner'
import { Clash } from './Clash'
import { fresh, usePocket, useSending, type Written } from './pocketed'
import { NextPart, PromisePart, ResultPart, VoicePart } from './ReportParts'
import { begun, filled, said } from './report'
import { isAhead, type Kept, keptOf, type Report } from './visits'
import { useWhen } from './words'

interface Props {
  visit: Kept
  draft?: Written
  lost: boolean
}

/** PocketReport writes down in a minute what came of a visit. Every touch is kept on the device, so nothing is lost with the network. */
export function PocketReport({ visit, draft, lost }: Props) {
  const { t } = useTranslation()
  const go = useNavigate()
  const pocket = usePocket()
  const send = useSending()
  const [key] = useState(draft?.key ?? fresh())
  const [report, set] = useState<Report>(draft?.body ?? begun)
  const { id, version } = visit
  const write = (state: Written['state'], body: Report) => pocket.write({ key, visit: id, of: keptOf(visit), version: draft?.version ?? version, body, at: Date.now(), state })
  const change = (some: Partial<Report>) => {
    const next = { ...report, ...some }
    set(next)
    write('open', next)
  }
  const back = () => void go({ to: '/visits', search: { on: visit.day } } as never)
  const submit = async () => {
    write('waiting', said(report))
    if (!lost) await send()
    const left = pocket.draft(id)
    if (!left || left.state === 'waiting') back()
  }
  if (draft?.state === 'conflict' && draft.theirs) return <Clash draft={draft} theirs={draft.theirs} />
  if (!draft && !isAhead(visit)) return <p>{t('visit.reported')}</p>
  const parts = { visit, report, onChange: change }
  return (
    <div className="visit-pocket visit-report">
      <Top visit={visit} />
      {lost && <Banner saved={draft?.at} />}
      <ol className="visit-steps">{filled(report).map((on, i) => <li key={i} className={on ? 'on' : ''}>{i + 1} {t(`visit.step_${i + 1}`)}</li>)}</ol>
      <ResultPart {...parts} />
      <VoicePart {...parts} />
      <PromisePart {...parts} />
      <NextPart {...parts} />
      {draft?.state === 'refused' && <Fault error={{ detail: draft.fault }} />}
      <footer className="visit-send"><Button type="primary" disabled={!filled(report)[0]} onClick={() => void submit()}>{t(lost ? 'visit.send_later' : 'visit.send')}</Button></footer>
    </div>
  )
}

function Top({ visit }: { visit: Kept }) {
  const when = useWhen(visit.today)
  const { name, tier, day, theirs } = visit
  return (
    <header>
      <h1 className="cut">{name}</h1>
      <p className="third">{tier && <TierWord tier={tier} />} {[when.near(day), when.time(visit), theirs.map((p) => p.name).join('、')].filter(Boolean).join(' · ')}</p>
    </header>
  )
}
