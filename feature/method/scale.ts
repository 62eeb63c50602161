// The axis under cuts: known ends where the unit has them, and a logarithm where cuts lie far apart.

export interface Axis {
  log: boolean
  /** where a value stands, 0 to 1 */
  place: (value: number) => number
}

const wide = 15

/** scaleOf is the axis on which values can be told apart. */
export function scaleOf(values: number[], unit?: string): Axis {
  if (unit === 'share') return linear(0, 1)
  if (unit === 'weight' && Math.max(...values) <= 100) return linear(0, 100)
  const least = Math.min(...values), most = Math.max(...values)
  if (least > 0 && most / least > wide) return logarithmic(least / 3, most * 3)
  return linear(Math.min(0, least), most > 50 && most <= 100 ? 100 : most + (most - Math.min(0, least)) / 4)
}

const linear = (from: number, to: number): Axis => ({ log: false, place: (v) => within((v - from) / (to - from || 1)) })
const logarithmic = (from: number, to: number): Axis => ({ log: true, place: (v) => within(v > 0 ? Math.log(v / from) / Math.log(to / from) : 0) })
const within = (share: number) => Math.max(0, Math.min(1, share))
