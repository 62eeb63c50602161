// Three ways to see the same people: by who reports to whom, by their part in
// buying, by how they stand to us. Each says where everybody's card stands.
import { attitudes, type Kind, type People, type Person, roles } from './map'
import { card, pitch, tree } from './tree'

export type View = 'ranks' | 'buying' | 'attitude'

/** Place is a card; who has several parts in buying has several of them. */
export interface Place {
  key: string
  person: Person
  x: number
  y: number
  /** how many are below him, folded away or not */
  team: number
  folded: boolean
}

/** Lane is a frame around those who share a role or an attitude. */
export interface Lane {
  key: string
  /** the role, or the attitude as a number; empty for those without one */
  of: string
  x: number
  y: number
  width: number
  height: number
  people: Person[]
}

export interface Tie {
  key: string
  kind: Kind | 'reports'
  from: string
  to: string
  says: string
  /** a line to somebody who hangs in a column comes from the left */
  hangs: boolean
}

export interface Layout {
  places: Place[]
  lanes: Lane[]
  ties: Tie[]
}

/** lay lays out the people in one of the views. */
export function lay(view: View, map: People, folded: ReadonlySet<string>): Layout {
  const drawn = view === 'ranks' ? byRank(arranged(map), folded) : view === 'buying' ? byRole(map.people) : byAttitude(map.people)
  const first = new Map<string, string>()
  for (const { key, person } of drawn.places) if (!first.has(person.id)) first.set(person.id, key)
  const lines = map.lines.flatMap((line): Tie[] => {
    const from = first.get(line.from), to = first.get(line.to)
    return from && to ? [{ key: line.id, kind: line.kind, from, to, says: line.says, hangs: false }] : []
  })
  return { ...drawn, ties: [...drawn.ties, ...lines] }
}

function byRank(people: Person[], folded: ReadonlySet<string>): Layout {
  const spots = tree(people, folded)
  const sizes = teams(people), pulled = offsets(people)
  const places = people.filter((p) => spots.has(p.id)).map((person): Place => {
    const spot = spots.get(person.id)!, by = pulled(person.id)
    return { key: person.id, person, x: spot.x + by.x, y: spot.y + by.y, team: sizes.get(person.id) ?? 0, folded: folded.has(person.id) }
  })
  const ties = places.filter(({ person }) => person.reports && spots.has(person.reports) && !spots.get(person.id)!.loose).map(({ key, person }): Tie => (
    { key: `up-${key}`, kind: 'reports', from: person.reports!, to: key, says: '', hangs: spots.get(key)!.hangs }
  ))
  return { places, lanes: [], ties }
}

/** the largest team whose orders are all tried */
const tried = 6

/** arranged puts those of a team side by side between whom, or between whose people, lines run. */
export function arranged({ people, lines }: People): Person[] {
  if (!lines.length) return people
  const up = new Map(people.map((p) => [p.id, p.reports ?? '']))
  const above = (id: string) => {
    const all = [id]
    for (let next = up.get(id); next && up.has(next) && !all.includes(next); next = up.get(next)) all.push(next)
    return all
  }
  const pairs = new Map<string, [string, string][]>()
  for (const { from, to } of lines) {
    const a = above(from), b = above(to)
    const head = a.find((id) => b.includes(id)) ?? ''
    const [one, other] = [a[a.indexOf(head) - 1] ?? a.at(-1)!, b[b.indexOf(head) - 1] ?? b.at(-1)!]
    if (one !== other && one !== head && other !== head) pairs.set(head, [...(pairs.get(head) ?? []), [one, other]])
  }
  const order = new Map(people.map((p, i) => [p.id, i]))
  for (const [head, links] of pairs) {
    const team = people.filter((p) => (p.reports ?? '') === head).map((p) => p.id)
    if (team.length > tried) continue
    const places = team.map((id) => order.get(id)!).sort((a, b) => a - b)
    best(team, links).forEach((id, i) => order.set(id, places[i]!))
  }
  return people.toSorted((a, b) => order.get(a.id)! - order.get(b.id)!)
}

/** best is the order in which linked people stand nearest; of equals the first. */
function best(team: string[], links: [string, string][]): string[] {
  let found = team, least = Infinity
  for (const order of orders(team)) {
    const far = links.reduce((sum, [a, b]) => sum + Math.abs(order.indexOf(a) - order.indexOf(b)), 0)
    if (far < least) [found, least] = [order, far]
  }
  return found
}

function orders(team: string[]): string[][] {
  return team.length < 2 ? [team] : team.flatMap((one, i) => orders(team.toSpliced(i, 1)).map((rest) => [one, ...rest]))
}

/** teams counts everybody below somebody. */
function teams(people: Person[]) {
  const up = new Map(people.map((p) => [p.id, p.reports])), all = new Map<string, number>()
  for (const { id } of people) {
    const passed = new Set([id])
    for (let above = up.get(id); above && up.has(above) && !passed.has(above); above = up.get(above)) {
      passed.add(above)
      all.set(above, (all.get(above) ?? 0) + 1)
    }
  }
  return all
}

/** offsets is how far somebody stands from his place in the tree: his own way and that of those above, for a team follows its head. */
function offsets(people: Person[]) {
  const all = new Map(people.map((p) => [p.id, p]))
  return (id: string) => {
    let x = 0, y = 0
    const passed = new Set<string>()
    for (let one = all.get(id); one && !passed.has(one.id); one = all.get(one.reports ?? '')) {
      passed.add(one.id)
      x += one.x ?? 0
      y += one.y ?? 0
    }
    return { x, y }
  }
}

const gap = card.width < pitch.x ? pitch.x - card.width : 0
const head = 34, inset = 12

/** byRole frames everybody's part in buying, three frames in a row; a role that nobody has stays to be seen. */
function byRole(people: Person[]): Layout {
  const groups = roles.map((role) => ({ of: role as string, people: weightiest(people.filter((p) => p.roles.includes(role))) }))
  const custom = [...new Set(people.flatMap((p) => p.roles))].filter((role) => !(roles as readonly string[]).includes(role))
  groups.push(...custom.map((role) => ({ of: role, people: weightiest(people.filter((p) => p.roles.includes(role))) })))
  const none = weightiest(people.filter((p) => !p.roles.length))
  const across = Math.max(2, Math.min(6, Math.ceil(Math.sqrt(Math.max(...groups.map((g) => g.people.length), 1) / 2))))
  const drawn: Layout = { places: [], lanes: [], ties: [] }
  let y = 0
  for (let row = 0; row < groups.length; row += 3) y = frames(drawn, groups.slice(row, row + 3), y, across)
  if (none.length) frames(drawn, [{ of: '', people: none }], y, across * 3 + 2)
  return drawn
}

/** byAttitude puts those for us at the left, those against us at the right, and whom we do not know last. */
function byAttitude(people: Person[]): Layout {
  const groups = [...attitudes.map((a) => ({ of: String(a), people: weightiest(people.filter((p) => p.attitude === a)) })),
    { of: '', people: weightiest(people.filter((p) => p.attitude == null)) }]
  const drawn: Layout = { places: [], lanes: [], ties: [] }
  const across = Math.max(1, Math.ceil(Math.sqrt(Math.max(...groups.map((g) => g.people.length)) / 6)))
  frames(drawn, groups, 0, across)
  return drawn
}

const weightiest = (people: Person[]) => people.toSorted((a, b) => b.power - a.power || a.rank - b.rank)

/** frames adds a row of frames, and says where the next one begins. */
function frames(drawn: Layout, groups: { of: string; people: Person[] }[], y: number, across: number) {
  const width = across * pitch.x - gap + 2 * inset
  const rows = Math.max(1, ...groups.map((g) => Math.ceil(g.people.length / across)))
  const height = head + rows * pitch.stack + inset - (pitch.stack - card.height)
  groups.forEach(({ of, people }, i) => {
    const x = i * (width + gap)
    drawn.lanes.push({ key: `lane-${of}`, of, x, y, width, height, people })
    drawn.places.push(...people.map((person, k): Place => ({
      key: `${of}/${person.id}`, person, x: x + inset + (k % across) * pitch.x, y: y + head + Math.floor(k / across) * pitch.stack, team: 0, folded: false,
    })))
  })
  return y + height + gap
}

/** Arrow is a key that leads from one card to the next. */
export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'

/** beside is the card that an arrow leads to: in the tree up to the manager and down to the team, else the nearest in that direction. */
export function beside({ places, ties }: Layout, from: string, arrow: Arrow): string | undefined {
  const here = places.find((p) => p.key === from)
  if (!here) return undefined
  const up = ties.find((t) => t.kind === 'reports' && t.to === from)?.from
  const team = new Set(ties.filter((t) => t.kind === 'reports' && t.from === from).map((t) => t.to))
  const stacked = nearest(here, places.filter((p) => p.x === here.x && Math.abs(p.y - here.y) <= pitch.stack), arrow)
  if (arrow === 'ArrowUp' && up) return stacked && stacked !== up && isHanging(ties, stacked) ? stacked : up
  if (arrow === 'ArrowDown' && team.size) return nearest(here, places.filter((p) => team.has(p.key)), arrow)
  return nearest(here, places, arrow)
}

const isHanging = (ties: Tie[], key: string) => ties.some((t) => t.to === key && t.hangs)

/** nearest is the card least far in a direction; what stands across counts more than what stands along. */
function nearest(here: Place, places: Place[], arrow: Arrow): string | undefined {
  const [dx, dy] = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[arrow] as [number, number]
  let best: string | undefined, least = Infinity
  for (const { key, x, y } of places) {
    const along = (x - here.x) * dx + (y - here.y) * dy, across = Math.abs((x - here.x) * dy) + Math.abs((y - here.y) * dx)
    if (along > 8 && along + 3 * across < least) [best, least] = [key, along + 3 * across]
  }
  return best
}
