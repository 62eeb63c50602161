// The tree of rules as it is built: what is not finished yet finds nobody and is left out.
export interface Leaf {
  field: string
  op: string
  value?: unknown
}

export interface Group {
  join: 'all' | 'any'
  not: boolean
  items: Node[]
}

export type Node = Leaf | Group

/** Wire is a tree in the server's words. */
export type Wire = { all: Wire[] } | { any: Wire[] } | { not: Wire } | Leaf

export const isGroup = (node: Node): node is Group => 'items' in node

export const nothing = (): Group => ({ join: 'all', not: false, items: [] })

/** finished reports whether a rule says enough to be asked. */
export const finished = ({ field, op, value }: Leaf) =>
  !!field && !!op && (op === 'known' || (Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== ''))

/** wire is a tree as the server takes it; undefined while nothing in it is finished. */
export function wire(node: Node): Wire | undefined {
  if (!isGroup(node)) return finished(node) ? (node.op === 'known' ? { field: node.field, op: node.op } : { ...node }) : undefined
  const items = node.items.map(wire).filter((item) => item !== undefined)
  if (!items.length) return undefined
  const joined = node.join === 'all' ? { all: items } : { any: items }
  return node.not ? { not: joined } : joined
}

/** built is a tree of the server as it is built on: a group, whatever it was. */
export function built(wire: Wire): Group {
  const node = read(wire)
  return isGroup(node) ? node : { join: 'all', not: false, items: [node] }
}

function read(wire: Wire): Node {
  if ('all' in wire) return { join: 'all', not: false, items: wire.all.map(read) }
  if ('any' in wire) return { join: 'any', not: false, items: wire.any.map(read) }
  if (!('not' in wire)) return wire
  const inner = built(wire.not)
  return { ...inner, not: !inner.not }
}

/** changed is a group with another item in a place, or without it. */
export function changed(group: Group, at: number, item?: Node): Group {
  return { ...group, items: item ? group.items.map((old, i) => (i === at ? item : old)) : group.items.filter((_, i) => i !== at) }
}

export interface Band {
  name: string
  from: number | null
  to: number | null
}

/** bands are those between breaks, in rising order, open at both ends; a number that stands twice is one break. */
export function bands(breaks: number[], names: string[]): Band[] {
  const rising = [...new Set(breaks)].sort((a, b) => a - b)
  return [...rising, null].map((to, i) => ({ name: names[i] ?? '', from: i ? rising[i - 1]! : null, to }))
}
