import './visit.css'
import { LeftOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Lists } from '../../ui/kit/Lists'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { Slot } from '../../ui/Slot'
import { shift } from '../../ui/day'
import { BatchBar, BatchForm } from './BatchForm'
import { type Load, useDrag } from './drag'
import { DuePanel } from './DuePanel'
import { MonthGrid } from './MonthGrid'
import { MoveForm } from './MoveForm'
import PlanForm, { type Wish } from './PlanForm'
import { RouteView } from './RouteView'
import { useDiary, useDues, useRules, useSuggestions, useYear } from './server'
import { TeamWeek } from './TeamWeek'
import { VisitPanel } from './VisitPanel'
import { type Appointment, type Diary, type Due, isAhead, type Suggestion, type Timed } from './visits'
import { monthOf, monthOn, type Slot as At, upcoming, weekday, weekOf } from './week'
import { WeekGrid } from './WeekGrid'
import { useWhen } from './words'

type View = 'week' | 'month' | 'route' | 'team'
const views: View[] = ['week', 'month', 'route', 'team']

/** DeskScreen is the week of whoever visits: whom to see, when, and what for. */
export default function DeskScreen() {
  const [{ on, view }, set] = useAddress({ on: '', view: 'week' })
  const { data: rules, error, refetch } = useRules()
  if (!rules) return error ? <Fault error={error} onRetry={() => void refetch()} /> : <Waiting rows={10} />
  const offered = rules.leads ? views : views.filter((v) => v !== 'team')
  return <Desk day={on || upcoming(rules.today)} back={on !== ''} views={offered} view={offered.find((v) => v === view) ?? 'week'} onChange={set} />
}

interface Shown {
  day: string
  /** some other week than the one to which one comes by oneself */
  back: boolean
  /** those that the user has: who leads nobody has no team */
  views: View[]
  view: View
  onChange: (change: { on?: string; view?: View }) => void
}

function Desk({ day, back, views, view, onChange: set }: Shown) {
  const { t } = useTranslation()
  const span = view === 'month' ? monthOf(day).flat() : weekOf(day)
  const { data, error, refetch } = useDiary(span[0]!, span.at(-1)!, view === 'team')
  const step = (by: number) => set({ on: view === 'month' ? monthOn(day, by) : shift(day, 7 * by) })
  return (
    <div className="visit-screen">
      <PageHead title={t('visit.visits')} note={data && <Counted diary={data} days={span} />}>
        <Year />
        <Slot name="visit.way" />
        <Segmented size="small" aria-label={t('visit.view')} value={view} options={views.map((value) => ({ value, label: t(`visit.view_${value}`) }))} onChange={(view) => set({ view })} />
        <Button icon={<LeftOutlined />} aria-label={t(view === 'month' ? 'visit.month_before' : 'visit.week_before')} onClick={() => step(-1)} />
        {back && <Button onClick={() => set({ on: '' })}>{t('visit.today')}</Button>}
        <Button icon={<RightOutlined />} aria-label={t(view === 'month' ? 'visit.month_after' : 'visit.week_after')} onClick={() => step(1)} />
        <VisitLists />
        {data && <New diary={data} />}
      </PageHead>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data && !error && <Waiting rows={10} />}
      {data && view === 'team' && <TeamWeek diary={data} days={span} />}
      {data && view !== 'team' && <Board diary={data} day={day} view={view} onDay={(on) => set({ on, view: 'week' })} />}
    </div>
  )
}

function Counted({ diary: { counts, today }, days }: { diary: Diary; days: string[] }) {
  const { t } = useTranslation()
  const when = useWhen(today)
  return <span className="visit-counted">{when.day(days[0])} – {when.day(days.at(-1))} · {t('visit.counted', { planned: counts.planned, held: counts.held, waiting: counts.waiting })}</span>
}

/** Year is what came of the visits of this year. */
function Year() {
  const { t } = useTranslation()
  const { share, count } = useFigures()
  const { data } = useYear()
  if (!data || data.planned === 0) return null
  const says = [t('visit.year', { useful: count(data.useful), executed: count(data.executed), promised: count(data.promised), share: share(data.committed) }), data.scope === 'own' && t('visit.own_scope')].filter(Boolean).join(' · ')
  return <span className="third visit-year" title={says}>{says}</span>
}

/** VisitLists takes all visits in sight along, and brings a list of them in. */
function VisitLists() {
  const { t } = useTranslation()
  const may = useMay()
  return (
    <Lists of={t('visit.visits')} parts={[{
      title: t('visit.visits'),
      out: may('visit:export') ? ['xlsx', 'csv'].map((format) => ({ kind: format.toUpperCase(), address: `/api/visits/export?format=${format}` })) : [],
      into: may('visit:write') && may('import:write') ? { address: '/api/visits/import', accept: '.xlsx,.csv' } : undefined,
    }]} />
  )
}

/** New plans a visit from nothing. */
function New({ diary }: { diary: Diary }) {
  const { t } = useTranslation()
  const may = useMay()
  const [open, setOpen] = useState(false)
  const [, set] = useAddress({ visit: '' })
  if (!may('visit:write')) return null
  return (
    <>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen(true)}>{t('visit.new')}</Button>
      {open && <PlanForm wish={{ day: diary.today, start: null, length: 60 }} today={diary.today} onDone={(visit) => { setOpen(false); if (visit) set({ visit }) }} />}
    </>
  )
}

interface Props {
  diary: Diary
  day: string
  view: Exclude<View, 'team'>
  onDay: (day: string) => void
}

/** Board is the three columns: who is due, the calendar, and the visit that is open. */
function Board({ diary, day, view, onDay }: Props) {
  const { t } = useTranslation()
  const { today, rows } = diary
  const [{ visit }, set] = useAddress({ visit: '' })
  const [wish, plan] = useState<Wish>()
  const [moving, move] = useState<{ visit: Appointment; to: Timed }>()
  const [picked, pick] = useState<string[]>()
  const [batching, batch] = useState(false)
  const dues = useDues().data, due = [...(dues?.late ?? []), ...(dues?.week ?? [])]
  const week = weekOf(day), advised = useSuggestions(week[0]!).data?.rows.filter((s) => !rows.some((v) => v.account === s.account && isAhead(v))) ?? []
  const days = week.filter((d) => weekday(d) < 5 || rows.some((v) => v.day === d))
  const wishOf = (d: Due, { day, start, length }: Timed): Wish => ({ day, start, length, account: { id: d.account, name: d.name } })
  const take = (s: Suggestion, at: Timed = s) => plan(wishOf(s, at))
  const later = (on: string) => (on < today ? today : on)
  const drop = (load: Load, slot: At) => {
    const moved = rows.find((v) => v.id === load.id), asked = due.find((d) => d.account === load.id), given = advised.find((s) => s.account === load.id)
    if (load.kind === 'visit' && moved) move({ visit: moved, to: slot })
    else if (load.kind === 'suggestion' && given) take(given, slot)
    else if (asked) plan(wishOf(asked, slot))
  }
  const drag = useDrag(drop)
  const open = visit || rows.find((v) => v.day === today && isAhead(v))?.id || rows.find(isAhead)?.id
  const shared = { today, visits: rows, chosen: open, drag, onChoose: (id: string) => set({ visit: id }), onMove: (v: Appointment, to: At) => move({ visit: v, to }) }
  return (
    <div className="visit-board">
      <DuePanel today={today} drag={drag} picked={picked} onPick={pick} onPlan={(d) => plan(wishOf(d, advised.find((s) => s.account === d.account) ?? { day: later(days[0]!), start: null, length: 60 }))} onOpen={shared.onChoose} />
      <Panel title={t(`visit.title_${view}`)} subtitle={t('visit.edge_says')} extra={<Legend />} className="visit-calendar">
        {picked && <BatchBar n={picked.length} onPlan={() => batch(true)} onNone={() => pick(undefined)} />}
        {view === 'week' && <WeekGrid {...shared} days={days} now={diary.now} suggestions={advised} onSuggestion={take} />}
        {view === 'month' && <MonthGrid {...shared} month={day} onDay={onDay} />}
        {view === 'route' && <RouteView {...shared} days={week} due={due} onPlan={(d, on) => plan(wishOf(d, { day: on, start: null, length: 60 }))} />}
      </Panel>
      {open ? <VisitPanel key={open} id={open} /> : <Panel title={t('visit.visit')}><p className="third">{t('visit.none_open')}</p></Panel>}
      {wish && <PlanForm wish={{ ...wish, day: later(wish.day) }} today={today} onDone={(id) => { plan(undefined); if (id) set({ visit: id }) }} />}
      {moving && <MoveForm {...moving} today={today} onDone={() => move(undefined)} />}
      {batching && <BatchForm due={due.filter((d) => picked?.includes(d.account))} visits={rows} suggestions={advised} days={days.filter((d) => d >= today)} today={today} onDone={(done) => { batch(false); if (done) pick(undefined) }} />}
    </div>
  )
}

function Legend() {
  const { t } = useTranslation()
  return (
    <span className="legend visit-legend">
      {['booked', 'planned', 'suggested', 'executed'].map((kind) => <span key={kind}><i className={kind} />{t(`visit.legend_${kind}`)}</span>)}
    </span>
  )
}
