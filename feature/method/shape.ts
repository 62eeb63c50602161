// How the parts of a configuration are drawn, told by its form alone: a method of a known kind needs no screen of its own.
import { at } from './path'
import type { Config, Field } from './wire'

/** Section is one picture of a form, with the fields that it shows. */
export interface Section {
  kind: 'scorecard' | 'grid' | 'cuts' | 'rows' | 'rules' | 'peers' | 'words' | 'group' | 'fields'
  fields: Field[]
}

export const isLeaf = ({ type }: Field) => type !== 'group' && type !== 'list'
const isNumber = ({ type }: Field) => type === 'number' || type === 'integer'

/** sections cut a form into pictures; neighbours that are described alike share one. */
export function sections(fields: Field[], usual: Config): Section[] {
  const all: Section[] = []
  for (const field of fields) {
    const kind = kindOf(field), last = all.at(-1)
    if (last && joins(last, field, kind)) last.fields.push(field)
    else all.push({ kind, fields: [field] })
  }
  return all.map((s) => settled(s, usual))
}

function joins(last: Section, field: Field, kind: Section['kind']) {
  if (last.kind !== kind) return false
  return kind === 'fields' || kind === 'rules' || (kind === 'group' && alike([...last.fields, field]))
}

function settled(s: Section, usual: Config): Section {
  if (s.kind === 'group' && s.fields.length > 1) return { ...s, kind: 'peers' }
  if (s.kind === 'fields' && rises(s.fields, usual)) return { ...s, kind: 'cuts' }
  return s
}

function kindOf({ type, element, fields = [] }: Field): Section['kind'] {
  if (type === 'group') return grouped(fields)
  if (type !== 'list' || !element) return 'fields'
  if (element.type === 'list') return 'grid'
  if (isNumber(element)) return 'cuts'
  return element.type === 'group' ? 'rows' : 'words'
}

function grouped(fields: Field[]): Section['kind'] {
  if (fields.some((f) => f.name === 'aspects')) return 'scorecard'
  return fields[0]?.type === 'boolean' && fields.every(isLeaf) ? 'rules' : 'group'
}

/** alike says that groups have the same single values, so that each is a row of one table. */
export function alike(groups: Field[]) {
  const names = groups.map(({ fields = [] }) => (fields.every(isLeaf) ? fields.map((f) => f.name).join() : ''))
  return names[0] !== '' && new Set(names).size === 1
}

/** rises says that single numbers are cuts of one scale: of one unit, and by default in order. */
function rises(fields: Field[], usual: Config) {
  const values = fields.map((f) => at(usual, f.path) as number)
  const ordered = (sign: number) => values.every((v, i) => i === 0 || sign * (v - values[i - 1]!) > 0)
  return fields.length > 1 && fields.every(isNumber) && new Set(fields.map((f) => f.unit)).size === 1 && !!fields[0]!.unit && (ordered(1) || ordered(-1))
}

/** placed is a field of an element of a list, with all it holds, where it stands in that element. */
export function placed(field: Field, path: string): Field {
  const moved = path + field.path.slice(field.path.lastIndexOf('*') + 1)
  return { ...field, path: moved, ...(field.fields && { fields: field.fields.map((f) => placed(f, path)) }) }
}

/** fresh is an element of a list of which nobody has said anything yet. */
export function fresh({ type, fields = [], choices, minimum }: Field): Config {
  switch (type) {
    case 'group':
      return Object.fromEntries(fields.map((f) => [f.name, fresh(f)]))
    case 'list':
      return []
    case 'boolean':
      return true
    case 'choice':
      return choices?.[0]?.value ?? ''
    case 'text':
      return ''
    default:
      return minimum ?? 0
  }
}

/** sum adds weights up as people do, without the dust of binary fractions. */
export const sum = (weights: number[]) => Math.round(weights.reduce((a, b) => a + (b || 0), 0) * 1e6) / 1e6
