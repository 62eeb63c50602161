// Where the bands of a flow run: those who stay are a pale line, those who move are drawn to scale.

export interface Move {
  from: string
  to: string
  count: number
}

export interface Node {
  key: string
  before: number
  after: number
}

export interface Band extends Move {
  up: boolean
  width: number
  /** where the band leaves and arrives */
  y1: number
  y2: number
  /** where its count stands, along the way and down */
  part: number
  y: number
}

export const pitch = 46, height = 36, widest = 16

/** nodes are the results in their order, with how many have them before and after. */
export function nodes(moves: Move[], order: string[]): Node[] {
  const keys = order.filter((key) => moves.some((m) => m.from === key || m.to === key))
  return keys.map((key) => ({ key, before: total(moves.filter((m) => m.from === key)), after: total(moves.filter((m) => m.to === key)) }))
}

/** ordered are the results as the moves name them, the best first. */
export const ordered = (moves: Move[]) => [...new Set([...moves.map((m) => m.from), ...moves.map((m) => m.to)])]

const total = (moves: Move[]) => moves.reduce((sum, m) => sum + m.count, 0)

/** bands are the moves between results, none over another where they leave and arrive. */
export function bands(moves: Move[], order: string[]): Band[] {
  const places = order.filter((key) => moves.some((m) => m.from === key || m.to === key))
  const moving = moves.filter((m) => m.from !== m.to && m.count > 0)
  const scale = widest / Math.max(1, ...moving.map((m) => m.count))
  const left = new Map<string, number>(), right = new Map<string, number>()
  return moving.map((m) => {
    const width = Math.max(1.5, m.count * scale), i = places.indexOf(m.from), j = places.indexOf(m.to)
    const y1 = i * pitch + 10 + taken(left, m.from, width), y2 = j * pitch + 10 + taken(right, m.to, width)
    const part = j < i ? 0.72 : 0.28
    return { ...m, up: j < i, width, y1, y2, part, y: along(y1, y2, part) }
  })
}

function taken(used: Map<string, number>, key: string, width: number) {
  const from = used.get(key) ?? 0
  used.set(key, from + width + 2)
  return from + width / 2
}

/** along is how far down a curve is that leaves and arrives level. */
const along = (y1: number, y2: number, part: number) => y1 + (y2 - y1) * part * part * (3 - 2 * part)

/** apart moves counts that would cover each other. */
export function apart(all: Band[], least = 17): Band[] {
  const placed: Band[] = []
  for (const band of [...all].sort((a, b) => a.y - b.y)) {
    const above = placed.filter((p) => p.part === band.part).at(-1)
    placed.push(above && band.y - above.y < least ? { ...band, y: above.y + least } : band)
  }
  return placed
}
