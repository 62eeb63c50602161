import type { CSSProperties, KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { shift } from '../../ui/day'
import type { Drag } from './drag'
import { type Appointment, isAhead, type Suggestion } from './visits'
import { half, type Slot, span } from './week'
import { useSay, useWhen } from './words'

interface Props {
  visit: Appointment
  style?: CSSProperties
  chosen: boolean
  drag: Drag
  /** one line, for a day without a time */
  flat?: boolean
  onChoose: (id: string) => void
  onMove: (visit: Appointment, slot: Slot) => void
}

/** VisitCard is a visit in the calendar. Shift and an arrow key move it by a day or half an hour, as dragging does. */
export function VisitCard({ visit, style, chosen, drag, flat, onChoose, onMove }: Props) {
  const { t } = useTranslation()
  const { start, state, tier } = visit
  const ahead = isAhead(visit)
  const press = (event: KeyboardEvent) => {
    const slot = event.shiftKey && ahead ? moved(visit, event.key) : undefined
    if (!slot) return
    event.preventDefault()
    onMove(visit, slot)
  }
  return (
    <button type="button" className={['visit-card', state, flat && 'flat', chosen && 'chosen'].filter(Boolean).join(' ')} aria-pressed={chosen}
      aria-keyshortcuts={ahead ? 'Shift+ArrowUp Shift+ArrowDown Shift+ArrowLeft Shift+ArrowRight' : undefined}
      style={{ ...style, '--edge': tier ? `var(--tier-${tier})` : 'var(--mute)' } as CSSProperties}
      {...(ahead ? drag.grab({ kind: 'visit', id: visit.id, length: visit.length }) : {})} onClick={() => onChoose(visit.id)} onKeyDown={press}>
      {start !== null && <time>{span({ ...visit, start })}</time>}
      <b className="cut">{visit.name}</b>
      {!flat && <span>{visit.purpose}</span>}
      {!flat && <span><How visit={visit} /></span>}
      <span className="unseen">{t(`visit.state_${state}`)}</span>
    </button>
  )
}

function moved(visit: Appointment, key: string): Slot | undefined {
  const slot = { day: visit.day, start: visit.start ?? 9 * 60, length: visit.length }
  if (key === 'ArrowLeft') return { ...slot, day: shift(slot.day, -1) }
  if (key === 'ArrowRight') return { ...slot, day: shift(slot.day, 1) }
  if (key === 'ArrowUp') return { ...slot, start: slot.start - half }
  if (key === 'ArrowDown') return { ...slot, start: slot.start + half }
  return undefined
}

/** How is how far a visit is, in one phrase: what to do about it next. */
export function How({ visit }: { visit: Appointment }) {
  const { t } = useTranslation()
  const when = useWhen()
  const { state, rating } = visit
  if (state === 'planned') return t('visit.how_planned')
  if (state === 'booked') return t('visit.how_booked', { done: visit.done })
  if (state === 'executed') return <span className="soon">{t('visit.how_executed', { day: when.day(visit.judge_by) })}</span>
  if (state === 'cancelled') return t('visit.state_cancelled')
  return t('visit.how_judged', { rating })
}

interface Advice {
  suggestion: Suggestion
  style: CSSProperties
  drag: Drag
  onTake: (suggestion: Suggestion) => void
}

/** SuggestionCard is a visit that is proposed: taken by a click, or dragged to where it suits better. */
export function SuggestionCard({ suggestion: s, style, drag, onTake }: Advice) {
  const { t } = useTranslation()
  const say = useSay()
  return (
    <button type="button" className="visit-card suggested" style={style} {...drag.grab({ kind: 'suggestion', id: s.account, length: s.length })} onClick={() => onTake(s)}>
      <time>{span(s)}</time>
      <b className="cut">{s.name}</b>
      {s.for.map((why) => <span key={why.key}>{say(why)}</span>)}
      <span className="unseen">{t('visit.suggested')}</span>
    </button>
  )
}
