// How far a value reaches towards the cut that matters for it.

export interface Figure {
  key: string
  unit: string
  value: number
  known: boolean
}

/** reach finds the cut nearest to a value, the sign between them, and where both stand on a bar. */
export function reach(input: Figure, cuts: Figure[]) {
  const own = cuts.filter((c) => c.key === input.key).sort((a, b) => a.value - b.value)
  if (!own.length || !input.known) return undefined
  const { cut, sign } = fewerIsBetter(input) ? below(input, own) : above(input, own)
  const end = 1.15 * Math.max(input.value, cut.value)
  return { cut, sign, reach: end > 0 ? input.value / end : 0, tick: end > 0 ? cut.value / end : 0 }
}

const fewerIsBetter = ({ key, unit }: Figure) => unit === 'days' || unit === 'rank' || key === 'abc.share_before'

function above({ value }: Figure, cuts: Figure[]) {
  const passed = cuts.findLast((c) => c.value <= value)
  return { cut: passed ?? cuts[0]!, sign: passed ? '≥' : '<' }
}

function below({ value, unit }: Figure, cuts: Figure[]) {
  const kept = cuts.find((c) => (unit === 'share' ? value < c.value : value <= c.value))
  const inside = unit === 'share' ? '<' : '≤', outside = unit === 'share' ? '≥' : '>'
  return { cut: kept ?? cuts.at(-1)!, sign: kept ? inside : outside }
}
