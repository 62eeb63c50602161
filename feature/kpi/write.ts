// How a figure is written, by its unit; amounts in the unit of the screen.
import type { Figures } from '../../ui/figures'
import { missing } from '../../ui/figures'

export function write(unit: string, value: number | null | undefined, figures: Figures) {
  if (value == null) return missing
  if (unit === 'share') return figures.share(value)
  if (unit === 'amount') return figures.sum(value)
  return Number.isInteger(value) ? figures.count(value) : figures.decimal(value, 2)
}

/** states are the shapes of the lights: circle, triangle, square. */
export const states = { green: 'ok', yellow: 'ask', red: 'blocked', none: 'info' } as const
