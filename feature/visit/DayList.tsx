import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { isLost } from '../../ui/away'
import { Fault } from '../../ui/Fault'
import { TierChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { Slot } from '../../ui/Slot'
import { Banner } from './Banner'
import { Drafts } from './Drafts'
import { today, useOnline, usePocket } from './pocketed'
import { useDiary, useRules } from './server'
import { type Appointment, isAhead, type Kept } from './visits'
import { How } from './VisitCard'
import { weekOf } from './week'
import { useWhen } from './words'

const DueList = lazy(() => import('./DueList'))
const PlanForm = lazy(() => import('./PlanForm'))

/** DayList is the visits of one day; without network those that the phone has kept. */
export function DayList() {
  const { t } = useTranslation()
  const { data: rules } = useRules()
  const now = rules?.today ?? today()
  const [{ on: chosen }, set] = useAddress({ on: '' })
  const on = chosen || now, when = useWhen(now)
  const days = weekOf(on)
  const online = useOnline()
  const pocket = usePocket()
  const { data, error, refetch } = useDiary(days[0]!, days[6]!)
  const lost = !online || isLost(error)
  const rows = (lost && !data ? pocket.visits(now) : data?.rows)?.filter((v) => v.day === on && v.state !== 'cancelled')
  return (
    <div className="visit-pocket">
      <PageHead title={t('visit.visits')} note={`${when.near(on)} ${when.weekday(on)}`}><New day={on} today={now} /><Slot name="visit.way" /></PageHead>
      {lost && <Banner />}
      <Drafts drafts={pocket.drafts()} />
      <div className="visit-days" role="group" aria-label={t('visit.days')}>
        {days.map((day) => <button key={day} type="button" aria-pressed={day === on} className={day === now ? 'now' : ''} onClick={() => set({ on: day })}><small>{when.weekday(day)}</small>{Number(day.slice(8))}</button>)}
      </div>
      {!lost && <Fault error={error} onRetry={() => void refetch()} />}
      {!rows && !error && !lost && <Waiting rows={6} />}
      {rows?.length === 0 && <Empty>{t(lost ? 'visit.none_kept' : 'visit.no_visits_on')}</Empty>}
      {rows?.map((v) => <Card key={v.id} visit={v} today={now} />)}
      {!lost && <Suspense><DueList /></Suspense>}
    </div>
  )
}

/** Card is one visit, with the one thing to do next as wide as a thumb likes it. */
function Card({ visit, today }: { visit: Appointment | Kept; today: string }) {
  const { t } = useTranslation()
  const when = useWhen()
  const may = useMay()
  const { id, name, tier, purpose, day } = visit
  const draft = usePocket().draft(id)
  const report = isAhead(visit) && day <= today && may('visit:write')
  return (
    <Panel title={name} extra={tier && <TierChip tier={tier} />} className="visit-thumb">
      <p>{when.time(visit)} · {purpose}</p>
      <p className="third">{draft ? t(`visit.draft_${draft.state}`) : 'done' in visit ? <How visit={visit} /> : t('visit.how_booked', { done: visit.prepared.done })}</p>
      <div className="visit-wide">
        {report && <Link to={'/visits/$visit' as never} params={{ visit: id } as never} search={{ part: 'report' } as never} className="visit-button primary">{t('visit.write_report')}</Link>}
        <Link to={'/visits/$visit' as never} params={{ visit: id } as never} className="visit-button">{t(isAhead(visit) ? 'visit.prepare' : 'visit.open')}</Link>
      </div>
    </Panel>
  )
}

function New({ day, today }: { day: string; today: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const online = useOnline()
  const [open, setOpen] = useState(false)
  if (!may('visit:write') || !online) return null
  const wish = { day: day < today ? today : day, start: null, length: 60 }
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>{t('visit.new')}</Button>
      <Suspense>{open && <PlanForm wish={wish} today={today} onDone={() => setOpen(false)} />}</Suspense>
    </>
  )
}
