// The map on paper: everybody at once, in light colours, whatever the screen shows of it.
import type { TFunction } from 'i18next'
import { variables } from '../../ui/mode'
import { font } from '../../ui/theme'
import { age, isMet, type Person, type RelationMap, stance } from './map'
import { arrow, report, route } from './routes'
import { card } from './tree'
import type { Lane, Layout, Tie, View } from './views'
import type { Words } from './words'

interface Context {
  map: RelationMap
  view: View
  lines: boolean
  words: Words
  t: TFunction
  title: string
}

const colours = variables('light')
const colour = (name: string) => colours[`--${name}`] ?? '#000'
const margin = 32, headline = 34

/** the most points that a picture may have: browsers draw none beyond */
const widest = 16_000, largest = 80_000_000

/** paint draws the map as large as it can be read, and no larger than can be drawn. */
export function paint(layout: Layout, context: Context): HTMLCanvasElement {
  const all = [...layout.places.map((p) => ({ ...p, ...card })), ...layout.lanes]
  const left = Math.min(...all.map((p) => p.x)) - margin, top = Math.min(...all.map((p) => p.y)) - margin - headline
  const width = Math.max(...all.map((p) => p.x + p.width)) + margin - left, height = Math.max(...all.map((p) => p.y + p.height)) + margin - top
  const scale = Math.min(2, widest / Math.max(width, height), Math.sqrt(largest / (width * height)))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const pen = canvas.getContext('2d')!
  pen.scale(scale, scale)
  pen.fillStyle = colour('surface')
  pen.fillRect(0, 0, width, height)
  write(pen, context.title, margin, margin, { size: 15, bold: true })
  pen.translate(-left, -top)
  for (const lane of layout.lanes) frame(pen, lane, context)
  const at = new Map(layout.places.map((p) => [p.key, p]))
  for (const tie of layout.ties) if (context.lines || tie.kind === 'reports') line(pen, tie, at.get(tie.from)!, at.get(tie.to)!)
  for (const { person, x, y } of layout.places) face(pen, person, x, y, context)
  return canvas
}

type Pen = CanvasRenderingContext2D
type Point = { x: number; y: number }

interface Type {
  size?: number
  bold?: boolean
  ink?: string
  /** the room there is: what does not fit is cut */
  room?: number
  right?: boolean
}

function write(pen: Pen, text: string, x: number, y: number, { size = 12, bold, ink = 'text', room, right }: Type = {}) {
  pen.font = `${bold ? 600 : 400} ${size}px ${font}`
  pen.fillStyle = colour(ink)
  pen.textAlign = right ? 'right' : 'left'
  let shown = text
  while (room && shown.length > 1 && pen.measureText(shown).width > room) shown = `${[...shown].slice(0, shown.endsWith('…') ? -2 : -1).join('')}…`
  pen.fillText(shown, x, y)
  return pen.measureText(shown).width
}

function frame(pen: Pen, lane: Lane, { view, words, t }: Context) {
  pen.strokeStyle = colour('line')
  pen.lineWidth = 1
  box(pen, lane.x, lane.y, lane.width, lane.height, 8)
  pen.fillStyle = colour('page')
  pen.fill()
  pen.stroke()
  const name = view === 'buying' ? (lane.of ? words.role(lane.of) : t('relation.role_none')) : words.value('attitude', lane.of)
  write(pen, `${name}  ${lane.people.length}`, lane.x + 12, lane.y + 22, { size: 13, bold: true })
}

function box(pen: Pen, x: number, y: number, width: number, height: number, radius: number) {
  pen.beginPath()
  pen.roundRect(x, y, width, height, radius)
}

const strokes = {
  influence: { ink: 'accent', dash: [] as number[] }, conflict: { ink: 'attitude-oppose', dash: [5, 4] }, informal: { ink: 'third', dash: [1, 5] }, former: { ink: 'third', dash: [9, 4] },
}

function line(pen: Pen, tie: Tie, from: Point, to: Point) {
  if (tie.kind === 'reports') {
    pen.strokeStyle = colour('mute')
    pen.lineWidth = 1.2
    return pen.stroke(new Path2D(report(from, to, tie.hangs)))
  }
  const { ink, dash } = strokes[tie.kind], drawn = route(from, to)
  pen.strokeStyle = pen.fillStyle = colour(ink)
  pen.lineWidth = 2
  pen.setLineDash(dash)
  pen.stroke(new Path2D(drawn.path))
  pen.setLineDash([])
  if (tie.kind === 'influence') pen.fill(new Path2D(arrow(drawn.tip)))
  if (tie.says) write(pen, tie.says, drawn.label.x - 40, drawn.label.y - 5, { size: 11, ink, room: 120 })
  return undefined
}

/** face is a card as the screen has it. */
function face(pen: Pen, p: Person, x: number, y: number, { map, words, t }: Context) {
  const own = colour(`attitude-${stance(p.attitude)}`), old = age(p, map.as_of)
  box(pen, x, y, card.width, card.height, 6)
  pen.fillStyle = colour(old ? 'hover' : 'surface')
  pen.fill()
  pen.setLineDash(isMet(p) ? [] : [4, 3])
  pen.strokeStyle = colour(p.power >= map.strong ? 'second' : 'line')
  pen.lineWidth = 1
  pen.stroke()
  pen.setLineDash([])
  pen.fillStyle = own
  pen.fillRect(x, y + 3, 5, card.height - 6)
  const star = p.power >= map.strong ? write(pen, '★ ', x + 11, y + 18, { ink: 'accent' }) : 0
  write(pen, p.name, x + 11 + star, y + 18, { size: 13, bold: true, room: 116 - star })
  sign(pen, p, x + card.width - 15, y + 13)
  const rank = p.rank ? write(pen, words.rank(p.rank), x + card.width - 8, y + 36, { ink: 'third', right: true }) : 0
  write(pen, p.title || p.department, x + 11, y + 36, { ink: 'third', room: 140 - rank })
  write(pen, [p.layer && words.layerShort(p.layer), ...p.roles.map(words.role)].filter(Boolean).join(' · '), x + 11, y + 54, { size: 11, ink: 'second', room: 146 })
  const bars = x + 14 + write(pen, t('relation.power_short'), x + 11, y + 72, { size: 11, ink: 'second' })
  const dots = x + card.width - 46
  write(pen, t('relation.closeness_short'), dots - 5, y + 72, { size: 11, ink: 'second', right: true })
  for (let i = 0; i < 5; i++) {
    pen.fillStyle = colour(i < p.power ? 'text' : 'line')
    pen.fillRect(bars + i * 7, y + 63, 5, 9)
    pen.fillStyle = colour(i < p.closeness ? 'accent' : 'line')
    pen.beginPath()
    pen.arc(dots + 3 + i * 8, y + 68, 3, 0, 7)
    pen.fill()
  }
  pen.fillStyle = colour('hair')
  pen.fillRect(x + 9, y + 81, card.width - 16, 1)
  const ours = p.counterpart.user ? t('relation.ours', { name: p.counterpart.name }) : t('relation.ours_nobody')
  write(pen, ours, x + 11, y + 97, { size: 11, ink: p.counterpart.user ? 'second' : 'state-ask-text', room: 100 })
  if (old) write(pen, t('relation.days_ago', { count: old }), x + card.width - 8, y + 97, { size: 11, ink: 'state-ask-text', right: true })
}

function sign(pen: Pen, p: Person, x: number, y: number) {
  const own = stance(p.attitude)
  pen.fillStyle = colour(`attitude-${own}`)
  pen.beginPath()
  pen.arc(x, y, 8, 0, 7)
  pen.fill()
  pen.fillStyle = colour('surface')
  pen.font = `600 12px ${font}`
  pen.textAlign = 'center'
  pen.fillText({ support: '+', neutral: '○', oppose: '−', unknown: '?' }[own], x, y + 4)
}
