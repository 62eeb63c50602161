// Two people changed the same account: what each of them wrote, and what is to be kept.
export const editable = ['name', 'short_name', 'uscc', 'phone', 'region', 'city', 'industry', 'ownership', 'status'] as const

export type Field = (typeof editable)[number]
export type Values = Partial<Record<Field, string>>

export interface Difference {
  field: Field
  mine: string
  theirs: string
  /** whose value is kept unless somebody chooses: who alone changed it, and mine where both did */
  keep: 'mine' | 'theirs'
}

/** differences are the fields in which what I wrote is not what stands there now; base is what both began with. */
export function differences(base: Values, mine: Values, theirs: Values): Difference[] {
  const of = (values: Values, field: Field) => values[field] ?? ''
  return editable.filter((field) => of(mine, field) !== of(theirs, field)).map((field) => ({
    field, mine: of(mine, field), theirs: of(theirs, field), keep: of(mine, field) === of(base, field) ? 'theirs' : 'mine',
  }))
}

/** settled is what is to be saved over theirs. */
export function settled(theirs: Values, all: Difference[]): Values {
  return { ...theirs, ...Object.fromEntries(all.filter((d) => d.keep === 'mine').map((d) => [d.field, d.mine])) }
}
