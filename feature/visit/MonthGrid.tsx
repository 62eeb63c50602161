import type { DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import type { Drag } from './drag'
import type { Appointment } from './visits'
import { VisitCard } from './VisitCard'
import { monthOf, type Slot } from './week'
import { useWhen } from './words'

interface Props {
  month: string
  today: string
  visits: Appointment[]
  chosen?: string
  drag: Drag
  onChoose: (id: string) => void
  onMove: (visit: Appointment, slot: Slot) => void
  onDay: (day: string) => void
}

const shown = 4

/** MonthGrid is a month of days, each with its visits; what is dragged to another day keeps its time. */
export function MonthGrid(props: Props) {
  const { month } = props
  const { t } = useTranslation()
  const when = useWhen()
  const weeks = monthOf(month)
  return (
    <div className="visit-month" role="group" aria-label={t('visit.calendar')}>
      {weeks[0]!.map((day) => <h3 key={day} className="third">{when.weekday(day)}</h3>)}
      {weeks.flat().map((day) => <Cell key={day} {...props} day={day} />)}
    </div>
  )
}

function Cell({ day, month, today, visits, chosen, drag, onChoose, onMove, onDay }: Props & { day: string }) {
  const { t } = useTranslation()
  const { count } = useFigures()
  const mine = visits.filter((v) => v.day === day)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    const visit = visits.find((v) => v.id === drag.load?.id)
    if (visit) onMove(visit, { ...visit, start: visit.start ?? 9 * 60, day })
  }
  return (
    <div className={['visit-cell', day === today && 'now', day.slice(0, 7) !== month.slice(0, 7) && 'other'].filter(Boolean).join(' ')} data-day={day}
      onDragOver={(event) => drag.load && event.preventDefault()} onDrop={drop}>
      <button type="button" className="link" aria-label={t('visit.open_day', { day })} onClick={() => onDay(day)}>{Number(day.slice(8))}</button>
      {mine.slice(0, shown).map((v) => <VisitCard key={v.id} visit={v} chosen={v.id === chosen} drag={drag} onChoose={onChoose} onMove={onMove} flat />)}
      {mine.length > shown && <button type="button" className="link" onClick={() => onDay(day)}>{t('visit.more_visits', { n: count(mine.length - shown) })}</button>}
    </div>
  )
}
