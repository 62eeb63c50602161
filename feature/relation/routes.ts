// How lines run from card to card: as paths, for the screen and for the picture.
import { card, pitch } from './tree'

interface Point {
  x: number
  y: number
}

export interface Route {
  path: string
  /** where its word stands */
  label: Point
  /** the tip of an arrow and the direction in which it points */
  tip: Point & { dx: number; dy: number }
}

const half = { x: card.width / 2, y: card.height / 2 }
const bus = 26

/** report runs down from a manager and across to a member of his team; to those who hang below each other along their left side. */
export function report(from: Point, to: Point, hangs: boolean): string {
  const start = { x: from.x + half.x, y: from.y + card.height }, turn = start.y + bus
  if (hangs) return `M${start.x} ${start.y}V${turn}H${to.x - (pitch.x - card.width) / 2}V${to.y + half.y}H${to.x}`
  const middle = to.y - 20 > start.y ? Math.min(turn, to.y - 8) : to.y - 20
  return `M${start.x} ${start.y}V${middle}H${to.x + half.x}V${to.y}`
}

/** route runs beside the lines of the tree: straight between neighbours, round the cards in between otherwise. */
export function route(from: Point, to: Point): Route {
  const a = { x: from.x + half.x, y: from.y + half.y }, b = { x: to.x + half.x, y: to.y + half.y }
  const dx = b.x - a.x, dy = b.y - a.y
  if (Math.abs(dy) < half.y && Math.abs(dx) < 1.7 * pitch.x) return level(a, b, Math.sign(dx) || 1)
  if (Math.abs(dy) < half.y) return over(a, b)
  if (Math.abs(dx) < half.x && Math.abs(dy) < 1.2 * pitch.y) return upright(a, b, Math.sign(dy))
  if (Math.abs(dx) < pitch.x) return around(a, b)
  return across(a, b, Math.sign(dx))
}

function level(a: Point, b: Point, way: number): Route {
  const from = { x: a.x + way * (half.x + 2), y: a.y }, to = { x: b.x - way * (half.x + 3), y: b.y }
  return { path: `M${from.x} ${from.y}L${to.x} ${to.y}`, label: middle(from, to), tip: { ...to, dx: way, dy: 0 } }
}

function upright(a: Point, b: Point, way: number): Route {
  const aside = 40
  const from = { x: a.x + aside, y: a.y + way * (half.y + 2) }, to = { x: b.x + aside, y: b.y - way * (half.y + 3) }
  return { path: `M${from.x} ${from.y}L${to.x} ${to.y}`, label: middle(from, to), tip: { ...to, dx: 0, dy: way } }
}

function over(a: Point, b: Point): Route {
  const from = { x: a.x, y: a.y - half.y - 2 }, to = { x: b.x, y: b.y - half.y - 3 }, top = Math.min(from.y, to.y) - 20
  return { path: `M${from.x} ${from.y}C${from.x} ${top} ${to.x} ${top} ${to.x} ${to.y}`, label: { x: (a.x + b.x) / 2, y: top + 5 }, tip: { ...to, dx: 0, dy: 1 } }
}

function around(a: Point, b: Point): Route {
  const from = { x: a.x - half.x - 2, y: a.y }, to = { x: b.x - half.x - 3, y: b.y }, left = Math.min(from.x, to.x) - 46
  return { path: `M${from.x} ${from.y}C${left} ${from.y} ${left} ${to.y} ${to.x} ${to.y}`, label: { x: left + 11, y: (a.y + b.y) / 2 }, tip: { ...to, dx: 1, dy: 0 } }
}

function across(a: Point, b: Point, way: number): Route {
  const from = { x: a.x + way * (half.x + 2), y: a.y }, to = { x: b.x - way * (half.x + 3), y: b.y }, bend = Math.max(30, Math.abs(to.x - from.x) / 2)
  return { path: `M${from.x} ${from.y}C${from.x + way * bend} ${from.y} ${to.x - way * bend} ${to.y} ${to.x} ${to.y}`, label: middle(from, to), tip: { ...to, dx: way, dy: 0 } }
}

const middle = (a: Point, b: Point) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })

/** arrow is the head of a line, as a path. */
export function arrow({ x, y, dx, dy }: Route['tip']) {
  const back = { x: x - 9 * dx, y: y - 9 * dy }
  return `M${x} ${y}L${back.x - 4.5 * dy} ${back.y + 4.5 * dx}L${back.x + 4.5 * dy} ${back.y - 4.5 * dx}Z`
}
