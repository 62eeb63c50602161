import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { Drag } from './drag'
import { SuggestionCard, VisitCard } from './VisitCard'
import { type Appointment, placed, type Suggestion } from './visits'
import { beside, clock, end, type Lane, type Slot, span } from './week'
import { useWhen } from './words'

interface Props {
  days: string[]
  today: string
  /** the minute of today, where the line is drawn */
  now: number
  visits: Appointment[]
  suggestions: Suggestion[]
  chosen?: string
  drag: Drag
  onChoose: (id: string) => void
  onMove: (visit: Appointment, slot: Slot) => void
  onSuggestion: (suggestion: Suggestion) => void
}

/** WeekGrid is a week as columns of days: what is planned stands where its time is. */
export function WeekGrid(props: Props) {
  const { days, visits, suggestions } = props
  const { t } = useTranslation()
  const [from, until] = hours([...placed(visits), ...suggestions])
  const marks = Array.from({ length: (until - from) / 60 - 1 }, (_, i) => from + (i + 1) * 60)
  return (
    <div className="visit-week" style={{ '--days': days.length, '--hours': (until - from) / 60 } as CSSProperties} role="group" aria-label={t('visit.calendar')}>
      <span />
      {days.map((day) => <DayHead key={day} {...props} day={day} />)}
      <div className="visit-hours" aria-hidden="true">{marks.map((m) => <span key={m} style={{ top: `${((m - from) / (until - from)) * 100}%` }}>{clock(m).replace(/^0/, '')}</span>)}</div>
      {days.map((day) => <Column key={day} {...props} day={day} from={from} until={until} />)}
    </div>
  )
}

// hours are those of an ordinary day, and more where something is earlier or later.
function hours(slots: Slot[]) {
  const first = Math.min(8 * 60, ...slots.map((s) => s.start)), last = Math.max(18 * 60, ...slots.map(end))
  return [Math.floor(first / 60) * 60, Math.ceil(last / 60) * 60] as const
}

function DayHead({ day, today, visits, suggestions, chosen, drag, onChoose, onMove }: Props & { day: string }) {
  const { t } = useTranslation()
  const when = useWhen()
  const mine = visits.filter((v) => v.day === day), floating = mine.filter((v) => v.start === null)
  const calls = mine.filter((v) => v.channel !== 'visit').length, advised = suggestions.filter((s) => s.day === day).length
  const says = [mine.length - calls > 0 && t('visit.n_visits', { n: mine.length - calls }), calls > 0 && t('visit.n_calls', { n: calls }), advised > 0 && t('visit.n_advised', { n: advised })].filter(Boolean)
  return (
    <div className={day === today ? 'visit-day now' : 'visit-day'}>
      <h3><b>{Number(day.slice(8))}</b>{day === today ? t('visit.today') : when.weekday(day)}</h3>
      <small>{says.join(' ')}</small>
      {floating.map((v) => <VisitCard key={v.id} visit={v} chosen={v.id === chosen} drag={drag} onChoose={onChoose} onMove={onMove} flat />)}
    </div>
  )
}

function Column({ day, from, until, today, now, visits, suggestions, chosen, drag, onChoose, onMove, onSuggestion }: Props & { day: string; from: number; until: number }) {
  const mine = placed(visits).filter((v) => v.day === day), advised = suggestions.filter((s) => s.day === day)
  const lanes = beside([...mine, ...advised])
  const at = (slot: Slot, lane?: Lane) => place(slot, from, until, lane)
  return (
    <div className={day === today ? 'visit-column now' : 'visit-column'} data-day={day} {...drag.column(day, from, until)}>
      {day === today && now >= from && now <= until && <i className="visit-now" style={{ top: `${((now - from) / (until - from)) * 100}%` }} />}
      {mine.map((v, i) => <VisitCard key={v.id} visit={v} style={at(v, lanes[i])} chosen={v.id === chosen} drag={drag} onChoose={onChoose} onMove={onMove} />)}
      {advised.map((s, i) => <SuggestionCard key={s.account} suggestion={s} style={at(s, lanes[mine.length + i])} drag={drag} onTake={onSuggestion} />)}
      {drag.over?.day === day && <i className="visit-shadow" style={at(drag.over)}>{span(drag.over)}</i>}
    </div>
  )
}

function place(slot: Slot, from: number, until: number, { lane, lanes }: Lane = { lane: 0, lanes: 1 }): CSSProperties {
  const part = (minutes: number) => (minutes / (until - from)) * 100
  return { top: `${part(slot.start - from)}%`, height: `calc(${part(slot.length)}% - 2px)`, left: `calc(${(lane / lanes) * 100}% + 3px)`, width: `calc(${100 / lanes}% - 6px)` }
}
