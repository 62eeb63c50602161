// Where the steps of a waterfall stand; no React.

export interface Step {
  name: string
  /** a sum that is reached here, or something that is added to the one before */
  kind: 'sum' | 'cost'
  amount: number
  written: string
  /** what part of the sum before it this is */
  part?: string
  note?: string
}

export interface Stair extends Step {
  /** from 0 to 1, on the scale of its stretch */
  from: number
  to: number
  zero: number
}

/** stairs places every step between 0 and 1. A stretch begins with a sum and ends with the next one; it has a scale of its own, or what is small beside sales could not be seen. */
export function stairs(steps: Step[]): Stair[] {
  const all: Stair[] = []
  let at = 0
  while (at < steps.length) {
    const next = steps.findIndex((s, i) => i > at && s.kind === 'sum')
    const end = next < 0 || next === steps.length - 1 ? steps.length : next
    all.push(...stretch(steps.slice(at, end)))
    at = end
  }
  return all
}

/** stretch places steps on one scale. */
export function stretch(steps: Step[]): Stair[] {
  let level = 0
  const moves = steps.map((step) => {
    const from = step.kind === 'sum' ? 0 : level
    level = from + step.amount
    return { step, from, to: level }
  })
  const low = Math.min(0, ...moves.map((m) => Math.min(m.from, m.to)))
  const high = Math.max(0, ...moves.map((m) => Math.max(m.from, m.to)))
  const scale = (v: number) => (high > low ? (v - low) / (high - low) : 0)
  return moves.map(({ step, from, to }) => ({ ...step, from: scale(from), to: scale(to), zero: scale(0) }))
}
