// The months of a target: their sum, and a sum divided among them.

export const twelve = Array.from({ length: 12 }, (_, i) => i)

export const sum = (months: number[]) => months.reduce((all, v) => all + v, 0)

/** respread divides a new total as months stand now; the largest remainders are rounded up, so that it sums up exactly. */
export function respread(months: number[], total: number) {
  const old = sum(months)
  const exact = months.map((v) => (old > 0 ? (v / old) * total : total / months.length))
  const parts = exact.map(Math.floor)
  const order = twelve.toSorted((a, b) => rest(exact[b]) - rest(exact[a]))
  for (let left = total - sum(parts), i = 0; left > 0 && i < order.length; left--, i++) parts[order[i] ?? 0]!++
  return parts
}

const rest = (v = 0) => v - Math.floor(v)

/** grade is how far a month is: from 0, far below, to 4, more than wanted; undefined where nothing is due. */
export function grade(actual: number, target: number) {
  if (target <= 0) return undefined
  const share = actual / target
  return share >= 1.1 ? 4 : share >= 1 ? 3 : share >= 0.8 ? 2 : share >= 0.5 ? 1 : 0
}
