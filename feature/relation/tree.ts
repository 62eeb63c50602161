// Where the cards of an organisation stand: a tidy tree, in which nothing overlaps
// and everybody stands over the middle of those who report to him. Many who lead
// nobody hang below each other, so that a big company does not become a thread.

/** a card and the room between cards, in pixels of the canvas */
export const card = { width: 166, height: 106 }
export const pitch = { x: 182, y: 158, stack: 120 }

export interface Member {
  id: string
  reports?: string
}

export interface Spot {
  x: number
  y: number
  /** 0 for whoever reports to nobody */
  depth: number
  /** hangs in a column below his manager: the line comes from the left */
  hangs: boolean
  /** neither leads nor reports: not yet part of the organisation */
  loose: boolean
}

export type Spots = Map<string, Spot>

/** from how many on those who lead nobody hang below each other, and how many fill a column */
const many = 5
const column = 8

/** a part of the tree that was laid out by itself: its cards, and how far it reaches to both sides, level by level */
interface Part {
  spots: [string, Spot][]
  left: number[]
  right: number[]
  /** where the line from above comes in */
  anchor: number
}

/** tree lays out an organisation; branches that are folded keep their head only. */
export function tree(members: Member[], folded: ReadonlySet<string> = new Set()): Spots {
  const below = reports(members)
  const known = new Set(members.map((m) => m.id))
  const heads = members.filter((m) => !m.reports || !known.has(m.reports))
  const leading = heads.filter((m) => below.get(m.id)?.length)
  const seen = new Set<string>()
  const parts = leading.map((m) => branch(m.id, 0, below, folded, seen))
  const spots: Spots = new Map(joined(parts).spots)
  const loose = members.filter((m) => !spots.has(m.id) && (!seen.has(m.id) || leading.length === 0) && !hidden(m, members, known, below, folded))
  for (const [id, spot] of aside(loose, spots)) spots.set(id, spot)
  return moved(spots)
}

/** reports are those below everybody, in the order given. */
export function reports(members: Member[]) {
  const known = new Set(members.map((m) => m.id))
  const below = new Map<string, string[]>()
  for (const { id, reports } of members) {
    if (reports && known.has(reports) && reports !== id) below.set(reports, [...(below.get(reports) ?? []), id])
  }
  return below
}

function branch(id: string, depth: number, below: Map<string, string[]>, folded: ReadonlySet<string>, seen: Set<string>): Part {
  seen.add(id)
  const team = folded.has(id) ? [] : (below.get(id) ?? []).filter((one) => !seen.has(one))
  const leaves = team.filter((one) => !below.get(one)?.length)
  const hanging = leaves.length >= many ? new Set(leaves) : new Set<string>()
  const parts = team.filter((one) => !hanging.has(one)).map((one) => branch(one, depth + 1, below, folded, seen))
  if (hanging.size) parts.push(hung([...hanging], depth + 1, seen))
  const { left, right, ...under } = joined(parts)
  const x = parts.length ? (parts[0]!.anchor + under.last) / 2 : 0
  const own: Spot = { x, y: depth * pitch.y, depth, hangs: false, loose: false }
  left[depth] = x
  right[depth] = x
  return { spots: [[id, own], ...under.spots], left, right, anchor: x }
}

/** hung puts people below each other, in as few columns as are needed. */
function hung(ids: string[], depth: number, seen: Set<string>): Part {
  const columns = Math.ceil(ids.length / column), rows = Math.ceil(ids.length / columns)
  const spots = ids.map((id, i): [string, Spot] => {
    seen.add(id)
    return [id, { x: Math.floor(i / rows) * pitch.x, y: depth * pitch.y + (i % rows) * pitch.stack, depth, hangs: true, loose: false }]
  })
  const part: Part = { spots, left: [], right: [], anchor: ((columns - 1) * pitch.x) / 2 }
  const levels = Math.ceil(((rows - 1) * pitch.stack + card.height) / pitch.y)
  for (let level = depth; level < depth + levels; level++) {
    part.left[level] = 0
    part.right[level] = (columns - 1) * pitch.x
  }
  return part
}

/** joined puts parts side by side, each as near to those before it as the outlines let it. */
function joined(parts: Part[]): Part & { last: number } {
  const all: Part & { last: number } = { spots: [], left: [], right: [], anchor: parts[0]?.anchor ?? 0, last: 0 }
  for (const part of parts) {
    const shift = part.left.reduce((most, x, level) => Math.max(most, (all.right[level] ?? -Infinity) + pitch.x - x), all.spots.length ? -Infinity : 0)
    const by = Number.isFinite(shift) ? shift : 0
    part.anchor += by
    for (const [, spot] of part.spots) spot.x += by
    part.left.forEach((x, level) => {
      all.left[level] = Math.min(all.left[level] ?? Infinity, x + by)
      all.right[level] = Math.max(all.right[level] ?? -Infinity, (part.right[level] ?? x) + by)
    })
    all.spots.push(...part.spots)
    all.last = part.anchor
  }
  return all
}

/** hidden says that somebody is in a branch that is folded away. */
function hidden(member: Member, members: Member[], known: Set<string>, below: Map<string, string[]>, folded: ReadonlySet<string>) {
  if (!folded.size) return false
  const up = new Map(members.map((m) => [m.id, m.reports]))
  const passed = new Set<string>()
  for (let id = up.get(member.id); id && known.has(id) && !passed.has(id); id = up.get(id)) {
    if (folded.has(id) && below.get(id)?.length) return true
    passed.add(id)
  }
  return false
}

/** aside puts those without a place in the organisation into rows below it. */
function aside(loose: Member[], spots: Spots): [string, Spot][] {
  const right = Math.max(0, ...[...spots.values()].map((s) => s.x)), left = Math.min(right, ...[...spots.values()].map((s) => s.x))
  const bottom = spots.size ? Math.max(...[...spots.values()].map((s) => s.y)) + pitch.y : 0
  const across = Math.max(5, Math.min(Math.floor((right - left) / pitch.x) + 1, Math.ceil(Math.sqrt(loose.length * 2))))
  return loose.map((m, i) => [m.id, { x: left + (i % across) * pitch.x, y: bottom + Math.floor(i / across) * pitch.stack, depth: 0, hangs: false, loose: true }])
}

/** moved starts everything at the left edge. */
function moved(spots: Spots) {
  const left = Math.min(...[...spots.values()].map((s) => s.x))
  for (const spot of spots.values()) spot.x = Math.round(spot.x - left)
  return spots
}

/** circular says that somebody would report to himself, over however many others. */
export function circular(members: Member[], id: string, reports: string) {
  const up = new Map(members.map((m) => [m.id, m.reports]))
  const passed = new Set<string>()
  for (let above: string | undefined = reports; above && !passed.has(above); above = up.get(above)) {
    if (above === id) return true
    passed.add(above)
  }
  return false
}
