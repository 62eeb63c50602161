// The steps of a contribution and of a movement as columns draw them; no React, no server.
import type { Figures } from '../../ui/figures'
import type { Step } from '../../ui/kit/stairs'
import type { Part } from './steps'

type T = (key: string, args?: Record<string, unknown>) => string

const served = ['visit', 'service', 'freight', 'expense', 'material']
const given = ['discount', 'rebate', 'promotion', 'favour']
const credit = ['credit_within', 'credit_overdue']

/** together adds up parts; null if nobody knows any of them. */
function together(parts: Part[], names: string[]) {
  const known = parts.filter((p) => names.includes(p.name) && p.amount !== null)
  return known.length ? known.reduce((sum, p) => sum + (p.amount ?? 0), 0) : null
}

/** mainSteps go from the gross profit to what is left of it; share writes them as parts of sales. */
export function mainSteps(parts: Part[], figures: Figures, t: T, share: boolean): Step[] {
  const amount = (name: string) => parts.find((p) => p.name === name)?.amount ?? null
  const sales = amount('sales')
  const of = (v: number) => (sales ? figures.share(v / sales) : undefined)
  const all = [
    { name: t('worth.part_gross'), kind: 'sum' as const, amount: amount('gross') },
    { name: t('worth.to_serve'), kind: 'cost' as const, amount: together(parts, served) },
    { name: t('worth.given'), kind: 'cost' as const, amount: together(parts, given) },
    { name: t('worth.credit'), kind: 'cost' as const, amount: together(parts, credit) },
    { name: t('worth.part_contribution'), kind: 'sum' as const, amount: amount('contribution') },
  ]
  return all.map(({ name, kind, amount: v }) => {
    if (v === null) return { name, kind, amount: 0, written: t('worth.no_data') }
    const part = of(v)
    return { name, kind, amount: v, written: share && part ? part : figures.sum(v), part: share ? figures.sum(v) : part }
  })
}

interface Move {
  name: string
  kind: 'sum' | 'change'
  amount: number
}

/** moves leave out what has not changed anything, but for the first and the last. */
export function moves(steps: Move[], figures: Figures, t: T): Step[] {
  const before = steps[0]?.amount ?? 0
  return steps.filter((s) => s.kind === 'sum' || s.amount !== 0).map(({ name, kind, amount }) => ({
    name: t(`worth.move_${name}`), kind: kind === 'sum' ? 'sum' : 'cost', amount, written: kind === 'sum' ? figures.sum(amount) : figures.more(amount),
    part: kind === 'change' && before > 0 ? figures.change(amount / before) : undefined,
  }))
}
