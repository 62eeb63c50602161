// The steps of a contribution as a waterfall draws them; no React, no server.
import type { Figures } from '../../ui/figures'
import type { Step } from '../../ui/kit/stairs'

export interface Part {
  name: string
  kind: 'sum' | 'cost'
  amount: number | null
  hours?: number
}

type T = (key: string, args?: Record<string, unknown>) => string

/** stepsOf leaves out what nobody knows: it is named below, and is no step of nothing. */
export function stepsOf(parts: Part[], figures: Figures, t: T): Step[] {
  let measure = 0
  return parts.flatMap(({ name, kind, amount, hours }) => {
    if (amount === null) return []
    const part = kind === 'cost' && measure > 0 ? figures.share(amount / measure) : undefined
    if (kind === 'sum') measure = amount
    return [{ name: t(`worth.part_${name}`), kind, amount, written: figures.sum(amount), part, note: hours ? t('worth.hours_of', { hours: figures.decimal(hours / 1e6) }) : undefined }]
  })
}

/** unknown are the parts of which there is no data; without a gross profit, that alone. */
export function unknown(parts: Part[]) {
  const open = parts.filter((p) => p.amount === null).map((p) => p.name)
  return open.includes('gross') ? ['gross'] : open
}
