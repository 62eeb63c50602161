// What is known of the people of an account: how they stand to each other and to us.
import type { Schema } from '../../ui/api'

export const roles = ['decider', 'approver', 'influencer', 'buyer', 'designer', 'evaluator', 'user', 'initiator', 'coach'] as const
export const layers = ['image', 'decision', 'implementation', 'usage'] as const
export const attitudes = [2, 1, 0, -1, -2] as const
export const kinds = ['influence', 'conflict', 'informal', 'former'] as const

export type Kind = (typeof kinds)[number]

export type RelationMap = Schema['RelationMap'] & { etag: string }
export type Person = Schema['RelationPerson']
export type Line = Schema['RelationLine']
export type Advice = Schema['RelationAdvice']
export type Judged = Schema['RelationJudgement']

export interface People {
  people: Person[]
  lines: Line[]
}

/** the judgements about a person, in the order in which they are shown, and what may be chosen */
export const choices = {
  attitude: ['2', '1', '0', '-1', '-2'],
  power: ['1', '2', '3', '4', '5'],
  closeness: ['1', '2', '3', '4', '5'],
  level: ['none', 'brief', 'several', 'deep'],
  roles: roles as readonly string[],
  layer: layers,
  power_from: ['outside', 'structure', 'inner'],
  orientation: ['financial', 'technical', 'relationship', 'business'],
  adaptability: ['innovator', 'early', 'pragmatist', 'conservative', 'late'],
  style: ['analytical', 'driving', 'expressive', 'amiable'],
  counterpart: [] as string[],
  now: ['vendor', 'credible', 'solver', 'advisor'],
  wanted: ['vendor', 'credible', 'solver', 'advisor'],
} as const

export type Field = keyof typeof choices
export const fields = Object.keys(choices) as Field[]

/** Stance is the colour of an attitude. */
export type Stance = 'support' | 'neutral' | 'oppose' | 'unknown'

export const stance = (attitude: number | null | undefined): Stance =>
  attitude == null ? 'unknown' : attitude > 0 ? 'support' : attitude < 0 ? 'oppose' : 'neutral'

/** isMet is false for whom nobody of us has met. */
export const isMet = (person: Person) => person.level !== 'none' && (person.level !== '' || person.closeness > 0 || person.attitude != null)

/** age is for how many days the oldest judgement that has expired stands, 0 if none has. */
export function age(person: Person, today: string) {
  const stale = Object.values(person.judged).filter((j) => j.stale).map((j) => days(j.on, today))
  return Math.max(0, ...stale)
}

/** days are those between two dates. */
export const days = (from: string, until: string) => Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)

/** valueOf writes what is judged about somebody as text, lists with blanks between; empty is unknown. */
export function valueOf(person: Person, field: Field): string {
  if (field === 'counterpart') return person.counterpart.user ?? ''
  if (field === 'now' || field === 'wanted') return person.counterpart[field]
  const value = person[field]
  if (Array.isArray(value)) return value.toSorted().join(' ')
  return value == null || (value === 0 && field !== 'attitude') ? '' : String(value)
}

/** judgedAs is somebody as another value would make him; a colleague of ours comes with the name that he is shown by. */
export function judgedAs(person: Person, field: Field, value: string, name = ''): Person {
  switch (field) {
    case 'roles': return { ...person, roles: value.split(' ').filter(Boolean) }
    case 'attitude': return { ...person, attitude: value === '' ? null : Number(value) }
    case 'power':
    case 'closeness': return { ...person, [field]: Number(value) }
    case 'counterpart': return { ...person, counterpart: { ...person.counterpart, user: value || undefined, name } }
    case 'now':
    case 'wanted': return { ...person, counterpart: { ...person.counterpart, [field]: value } }
    default: return { ...person, [field]: value } as Person
  }
}
