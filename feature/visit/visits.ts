// What a visit is on the screens.
import type { Schema } from '../../ui/api'
import type { Slot } from './week'

export type Diary = Schema['VisitDiary']
export type Appointment = Diary['rows'][number]
export type Member = Diary['team'][number]
export type Sheet = Schema['VisitSheet']
export type Objective = Sheet['objectives'][number]
export type Due = Schema['VisitDue']
export type Suggestion = Schema['VisitSuggestion']
export type Hours = Schema['VisitHours']
export type History = Schema['VisitHistory']
export type Rules = Schema['VisitRules']
export type Report = Schema['VisitReport']
export type Said = Schema['VisitSaid']
export type Person = Schema['VisitPerson']
export type Brief = Schema['VisitBriefing']
export type State = Sheet['state']

export const states = ['planned', 'booked', 'executed', 'evaluated', 'closed'] as const
export const channels = ['visit', 'phone', 'video'] as const

/** Timed is a visit, or the wish for one, that may have no time of day yet. */
export type Timed = Pick<Appointment, 'day' | 'start' | 'length'>

/** placed are the visits that have a time, as slots of a calendar. */
export const placed = <V extends Timed>(visits: V[]) => visits.filter((v): v is V & Slot => v.start !== null)

/** isAhead says whether a visit has yet to take place; only then can it be moved. */
export const isAhead = ({ state }: Pick<Sheet, 'state'>) => state === 'planned' || state === 'booked'

export const isHeld = ({ state }: Pick<Sheet, 'state'>) => state === 'executed' || state === 'evaluated' || state === 'closed'

/** Planned is what is said of a visit that is to be planned. */
export type Planned = Timed & Required<Pick<Schema['VisitPlanned'], 'account' | 'channel' | 'purpose' | 'place' | 'users' | 'people'>>

/** Aim is what is said of an objective. */
export type Aim = Schema['VisitWanted']

const kept = ['id', 'version', 'account', 'code', 'name', 'city', 'tier', 'state', 'channel', 'day', 'start', 'length', 'zone', 'purpose', 'place', 'ours', 'theirs', 'objectives', 'prepared', 'moves', 'plan_end', 'today', 'unpromised'] as const

/** Carried is a briefing as far as it may leave the house: nobody's attitude, and nothing that a customer said. */
export type Carried = Pick<Brief, 'as_of' | 'money' | 'trade' | 'pending' | 'history'> & {
  people: Pick<Brief['people'][number], 'id' | 'name' | 'title' | 'department' | 'comes'>[]
  last: Pick<Appointment, 'day' | 'purpose' | 'met' | 'objectives'> | null
}

/** Kept is a visit as far as a phone keeps it: what it takes to go there and to write down what came of it. */
export type Kept = Pick<Sheet, (typeof kept)[number]> & { brief?: Carried }

/** keptOf leaves everything else with the server, above all what was said there before. */
export const keptOf = (sheet: Kept): Kept => Object.fromEntries(kept.map((name) => [name, sheet[name]])) as unknown as Kept

/** carried names one by one what a phone keeps of a briefing, so that what is new in one stays with the server. */
export const carried = ({ as_of, money, trade, pending, history, people, last }: Brief): Carried => ({
  as_of, money, trade, pending, history,
  people: people.map(({ id, name, title, department, comes }) => ({ id, name, title, department, comes })),
  last: last && { day: last.day, purpose: last.purpose, met: last.met, objectives: last.objectives },
})

/** aimOf is an objective as it is said again when the others change. */
export const aimOf = ({ text, metric, target, unit, confidence, link, year, product, deadline, confirmed }: Objective): Aim => ({
  text, metric, unit, link, year, product, confirmed, target: target ?? undefined, confidence: confidence ?? undefined, deadline: deadline || undefined,
})
