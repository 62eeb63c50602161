// What is known of the people of an account: how they stand to each other and to us.

export const roles = ['decider', 'approver', 'gatekeeper', 'buyer', 'designer', 'evaluator', 'user', 'initiator', 'coach'] as const
export const layers = ['image', 'decision', 'implementation', 'usage'] as const
export const attitudes = [2, 1, 0, -1, -2] as const
export const kinds = ['influence', 'conflict', 'informal', 'former'] as const

export type Kind = (typeof kinds)[number]

/** Judged says who judged, when, and by what evidence. */
export interface Judged {
  by: string
  name: string
  on: string
  evidence: string
  until: string
  stale: boolean
}

export interface Counterpart {
  user: string
  name: string
  now: string
  wanted: string
}

export interface Person {
  id: string
  name: string
  title: string
  department: string
  reports: string
  /** 0 unknown, 1 ordinary to 6 the top */
  rank: number
  layer: string
  roles: string[]
  scope: string
  /** 0 unknown, 1 to 5 */
  power: number
  power_from: string
  orientation: string
  adaptability: string
  attitude: number | null
  level: string
  closeness: number
  style: string
  counterpart: Counterpart | null
  /** how far he was dragged from his place in the tree */
  x?: number
  y?: number
  judged: Partial<Record<Field, Judged>>
}

export interface Line {
  id: string
  kind: Kind
  from: string
  to: string
  says: string
}

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
  roles,
  layer: layers,
  scope: ['technical', 'business', 'financial'],
  power_from: ['outside', 'structure', 'inner'],
  orientation: ['financial', 'technical', 'relationship', 'business'],
  adaptability: ['innovator', 'early', 'pragmatist', 'conservative', 'late'],
  style: ['analytical', 'driving', 'expressive', 'amiable'],
} as const

export type Field = keyof typeof choices
export const fields = Object.keys(choices) as Field[]

/** Stance is the colour of an attitude. */
export type Stance = 'support' | 'neutral' | 'oppose' | 'unknown'

export const stance = (attitude: number | null | undefined): Stance =>
  attitude == null ? 'unknown' : attitude > 0 ? 'support' : attitude < 0 ? 'oppose' : 'neutral'

/** key people are those whose power counts as much as that of blockers and strong contacts */
export const isKey = (person: Person) => person.power >= 4

/** isMet is false for whom nobody of us has met. */
export const isMet = (person: Person) => person.level !== 'none' && (person.closeness > 0 || person.attitude != null)

/** age is for how many days the oldest judgement that has expired stands, 0 if none has. */
export function age(person: Person, today: string) {
  const stale = Object.values(person.judged).filter((j) => j.stale).map((j) => days(j.on, today))
  return Math.max(0, ...stale)
}

/** days are those between two dates. */
export const days = (from: string, until: string) => Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)

/** valueOf writes what is judged about somebody as text, lists with spaces between; empty is unknown. */
export function valueOf(person: Person, field: Field): string {
  const value = person[field]
  if (Array.isArray(value)) return value.join(' ')
  return value == null || value === 0 && field !== 'attitude' ? '' : String(value)
}

/** judgedAs is somebody as another value would make him. */
export function judgedAs(person: Person, field: Field, value: string): Person {
  if (field === 'roles') return { ...person, roles: value.split(' ').filter(Boolean) }
  if (field === 'attitude') return { ...person, attitude: value === '' ? null : Number(value) }
  if (field === 'power' || field === 'closeness') return { ...person, [field]: Number(value) }
  return { ...person, [field]: value }
}
