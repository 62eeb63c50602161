// What can be seen to be wrong before the server is asked: weights that do not make 100, cuts out of order, empty fields.
import { at } from './path'
import { isLeaf, placed, type Section, sections, sum } from './shape'
import type { Config, Field } from './wire'

export interface Wrong {
  path: string
  /** text key */
  says: string
  args?: Record<string, string | number>
}

interface Aspect {
  weight: number
  items?: { weight: number }[]
}

/** check finds what is wrong with a configuration, as far as its form tells. */
export function check(form: Field[], config: Config, usual: Config): Wrong[] {
  return sections(form, usual).flatMap((s) => [...ofSection(s, config, usual), ...inside(s, config, usual)])
}

function inside({ kind, fields }: Section, config: Config, usual: Config): Wrong[] {
  if (kind === 'scorecard') return fields.flatMap((f) => check((f.fields ?? []).filter((g) => g.name !== 'aspects'), config, usual))
  if (kind === 'group' || kind === 'peers' || kind === 'rules') return fields.flatMap((f) => check(f.fields ?? [], config, usual))
  return []
}

function ofSection({ kind, fields }: Section, config: Config, usual: Config): Wrong[] {
  const [first] = fields
  if (!first) return []
  const singles = fields.filter(isLeaf)
  const missing = singles.filter((f) => empty(config, f.path)).map((f) => ({ path: f.path, says: 'method.wrong_empty' }))
  if (kind === 'scorecard') return weights(config, first)
  if (kind === 'rows') return rows(config, first)
  if (kind === 'cuts') return [...missing, ...order(config, usual, singles.length ? singles.map((f) => f.path) : elements(config, first.path))]
  return missing
}

const empty = (config: Config, path: string) => at(config, path) === null || at(config, path) === ''
const elements = (config: Config, path: string) => ((at(config, path) as unknown[] | undefined) ?? []).map((_, i) => `${path}.${i}`)

function weights(config: Config, card: Field): Wrong[] {
  const path = `${card.path}.aspects`, aspects = (at(config, path) as Aspect[] | undefined) ?? []
  const whole = ofHundred(aspects, path)
  return [...whole, ...aspects.flatMap(({ items = [] }, i) => ofHundred(items, `${path}.${i}.items`))]
}

function ofHundred(weighted: { weight: number }[], path: string): Wrong[] {
  const total = sum(weighted.map((w) => w.weight))
  return weighted.length === 0 || total === 100 ? [] : [{ path, says: 'method.wrong_sum', args: { sum: total } }]
}

/** rows have numbers wherever their form asks for one; what may be open, as by default some are, stays open. */
function rows(config: Config, list: Field): Wrong[] {
  const open = (list.element?.fields ?? []).filter((f) => f.name !== 'from' && f.name !== 'to' && (f.type === 'number' || f.type === 'integer'))
  return elements(config, list.path).flatMap((row) => open.map((f) => placed(f, row)).filter((f) => empty(config, f.path)).map((f) => ({ path: f.path, says: 'method.wrong_empty' })))
}

/** order wants cuts to go the way they go by default. */
function order(config: Config, usual: Config, paths: string[]): Wrong[] {
  const sign = Math.sign(Number(at(usual, paths[1] ?? '') ?? 1) - Number(at(usual, paths[0] ?? '') ?? 0)) || 1
  return paths.flatMap((path, i) => {
    const value = at(config, path), before = i > 0 ? at(config, paths[i - 1]!) : undefined
    if (value === null || value === undefined) return [{ path, says: 'method.wrong_empty' }]
    return typeof before === 'number' && sign * (Number(value) - before) <= 0 ? [{ path, says: sign > 0 ? 'method.wrong_rise' : 'method.wrong_fall' }] : []
  })
}
