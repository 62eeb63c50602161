import '@xyflow/react/dist/base.css'
import './map.css'
import { applyNodeChanges, Background, type NodeChange, type OnNodeDrag, ReactFlow, type ReactFlowInstance } from '@xyflow/react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMode } from '../../ui/mode'
import { dropped, under } from './drag'
import { Drawn, type LineEdge, Reporting, type TreeEdge } from './edges'
import { Lane, type LaneNode } from './Lane'
import type { People } from './map'
import { type CardNode, PersonCard } from './PersonCard'
import { card } from './tree'
import { type Arrow, beside, lay, type Layout, type Place, type View } from './views'

type Shown = CardNode | LaneNode
type Drawing = ReactFlowInstance<Shown, TreeEdge | LineEdge>

const nodeTypes = { person: PersonCard, lane: Lane }
const edgeTypes = { reports: Reporting, line: Drawn }
const size = { width: card.width, height: card.height, measured: { width: card.width, height: card.height } }
const handles = [
  { type: 'target', position: 'top', x: card.width / 2, y: 0, width: 1, height: 1 },
  { type: 'source', position: 'bottom', x: card.width / 2, y: card.height, width: 1, height: 1 },
] as CardNode['handles']

interface Props {
  map: People & { as_of: string; strong: number }
  view: View
  lines: boolean
  /** whom an advice is about */
  lit: string[]
  /** whether cards may be dragged */
  free: boolean
  onOpen: (person: string) => void
  onMove: (contact: string, reports: string) => void
  onPlace: (contact: string, x: number, y: number) => void
  /** somebody was dragged onto one who reports to him */
  onRefused: (held: string, onto: string) => void
}

/** Canvas is the map as cards that can be walked through, dragged and opened. */
export default function Canvas({ map, view, lines, lit, free, onOpen, onMove, onPlace, onRefused }: Props) {
  const { t } = useTranslation()
  const [mode] = useMode()
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [current, setCurrent] = useState('')
  const [ready, show] = useState(false)
  const flow = useRef<Drawing>(null)
  const box = useRef<HTMLDivElement>(null)
  const layout = useMemo(() => lay(view, map, folded), [view, map, folded])
  const now = useRef(layout)
  now.current = layout

  const fold = useCallback((id: string) => setFolded((all) => (all.has(id) ? new Set([...all].filter((one) => one !== id)) : new Set([...all, id]))), [])
  const walk = useCallback((from: string, arrow: Arrow) => {
    const next = beside(now.current, from, arrow)
    if (next) reach(flow.current, box.current, now.current, next, setCurrent)
  }, [])
  const first = layout.places.some((p) => p.key === current) ? current : leader(layout.places)?.key
  const known = useRef(new Map<string, Shown>())
  const drawn = useMemo(() => {
    const next = shown(layout, view, { today: map.as_of, strong: map.strong, first, free: free && view === 'ranks', onOpen, onFold: fold, onArrow: walk }, known.current)
    known.current = new Map(next.map((n) => [n.id, n]))
    return next
  }, [layout, view, map.as_of, map.strong, first, free, onOpen, fold, walk])
  const [nodes, setNodes] = useState(drawn)
  useEffect(() => setNodes(drawn), [drawn])
  useEffect(() => setNodes((all) => all.map((n) => {
    const className = n.type === 'person' && lit.includes(n.data.person.id) ? 'lit' : undefined
    return n.className === className ? n : { ...n, className }
  })), [lit])
  const edges = useMemo(() => tied(layout, lines), [layout, lines])
  useEffect(() => look(flow.current, box.current, now.current), [view])
  useEffect(() => { if (isLost(flow.current, box.current, layout)) look(flow.current, box.current, layout) }, [layout])

  const drag = useDrag({ map, layout: now, flow, setNodes, drawn, onMove, onPlace, onRefused })
  return (
    <div className={ready ? 'map-flow' : 'map-flow unready'} ref={box}>
      <ReactFlow<Shown, TreeEdge | LineEdge> nodes={nodes} edges={edges} nodeTypes={nodeTypes} edgeTypes={edgeTypes} colorMode={mode}
        aria-label={t('relation.canvas')} proOptions={{ hideAttribution: true }} minZoom={0.06} maxZoom={1.6} onlyRenderVisibleElements disableKeyboardA11y
        nodesFocusable={false} edgesFocusable={false} nodesConnectable={false} elementsSelectable={false} deleteKeyCode={null} selectionKeyCode={null} nodeDragThreshold={4}
        onInit={(made) => { flow.current = made; look(made, box.current, now.current); show(true) }}
        onNodesChange={(changes: NodeChange<Shown>[]) => setNodes((all) => applyNodeChanges(changes.filter((c) => c.type === 'position'), all))}
        onNodeClick={(_, node) => { if (node.type !== 'person') return; setCurrent(node.id); onOpen(node.data.person.id) }} {...drag}>
        <Background gap={24} size={1} color="var(--hair)" />
      </ReactFlow>
    </div>
  )
}

/** shown are the cards as the drawing wants them; a card that says the same as before stays the same. */
function shown(layout: Layout, view: View, shared: { today: string; strong: number; first: string | undefined; free: boolean } & Pick<CardNode['data'], 'onOpen' | 'onFold' | 'onArrow'>, before: Map<string, Shown>): Shown[] {
  const { today, strong, first, free, ...acts } = shared
  const lanes = layout.lanes.map((lane): LaneNode => ({
    id: lane.key, type: 'lane', position: { x: lane.x, y: lane.y }, width: lane.width, height: lane.height, draggable: false, zIndex: -1, data: { lane, by: view === 'buying' ? 'buying' : 'attitude' },
  }))
  const cards = layout.places.map(({ key, person, x, y, team, folded }): Shown => {
    const data = { person, strong, today, team, folded, current: key === first, ...acts }
    const old = before.get(key)
    if (old && old.draggable === free && old.position.x === x && old.position.y === y && alike(old.data, data)) return old
    return { id: key, type: 'person', position: { x, y }, ...size, handles, draggable: free, data }
  })
  return [...lanes, ...cards]
}

const alike = (a: object, b: object) => Object.entries(b).every(([name, value]) => (a as Record<string, unknown>)[name] === value)

function tied({ ties }: Layout, lines: boolean): (TreeEdge | LineEdge)[] {
  return ties.filter((tie) => lines || tie.kind === 'reports').map(({ key, kind, from, to, says, hangs }) => (kind === 'reports'
    ? { id: key, type: 'reports', source: from, target: to, data: { hangs } }
    : { id: key, type: 'line', source: from, target: to, data: { kind, says } }))
}

/** leader is whoever has the most people below him, where reading begins. */
const leader = (places: Place[]) => places.reduce<Place | undefined>((most, p) => (most && most.team >= p.team ? most : p), undefined)

/** look shows all of a small map, and the head of a big one at a size that can be read. */
function look(flow: Drawing | null, box: HTMLElement | null, { places, lanes }: Layout) {
  if (!flow || !box || !places.length) return
  const all = [...places.map((p) => ({ ...p, ...card })), ...lanes]
  const left = Math.min(...all.map((p) => p.x)), right = Math.max(...all.map((p) => p.x + p.width))
  const top = Math.min(...all.map((p) => p.y)), bottom = Math.max(...all.map((p) => p.y + p.height))
  const room = { x: box.clientWidth - 24, y: box.clientHeight - 40 }
  const fit = Math.min(room.x / (right - left), room.y / (bottom - top), 1)
  const zoom = fit < 0.5 ? 0.7 : fit, wide = (right - left) * zoom > room.x, tall = (bottom - top) * zoom > room.y
  const centre = wide ? (lanes.length ? left + room.x / zoom / 2 : leader(places)!.x + card.width / 2) : (left + right) / 2
  void flow.setViewport({ zoom, x: box.clientWidth / 2 - centre * zoom, y: (tall ? 24 : (box.clientHeight - (bottom - top) * zoom) / 2) - top * zoom })
}

/** isLost says that somebody of a map that can be seen as a whole is out of sight: he was put elsewhere, and the eye should not have to look for him. */
function isLost(flow: Drawing | null, box: HTMLElement | null, { places }: Layout) {
  if (!flow || !box || places.length > 60) return false
  const { x, y, zoom } = flow.getViewport()
  return places.some((p) => p.x * zoom + x < 0 || p.y * zoom + y < 0 || (p.x + card.width) * zoom + x > box.clientWidth || (p.y + card.height) * zoom + y > box.clientHeight)
}

/** reach moves to a card, also to one that is not drawn because it is out of sight. */
function reach(flow: Drawing | null, box: HTMLElement | null, { places }: Layout, key: string, setCurrent: (key: string) => void) {
  const place = places.find((p) => p.key === key)
  if (!flow || !box || !place) return
  setCurrent(key)
  const { x, y, zoom } = flow.getViewport()
  const at = { x: place.x * zoom + x, y: place.y * zoom + y }
  const inside = at.x >= 8 && at.y >= 8 && at.x + card.width * zoom <= box.clientWidth - 8 && at.y + card.height * zoom <= box.clientHeight - 8
  if (!inside) void flow.setCenter(place.x + card.width / 2, place.y + card.height / 2, { zoom })
  const focus = (tries: number) => requestAnimationFrame(() => {
    const found = box.querySelector<HTMLElement>(`[data-person="${CSS.escape(key)}"]`)
    if (found) found.focus({ preventScroll: true })
    else if (tries) focus(tries - 1)
  })
  focus(5)
}

interface Dragging extends Pick<Props, 'onMove' | 'onPlace' | 'onRefused'> {
  map: People
  layout: { current: Layout }
  flow: { current: Drawing | null }
  drawn: Shown[]
  setNodes: (change: (all: Shown[]) => Shown[]) => void
}

/** useDrag marks the card that a dragged one would be put under, and says what letting go does. */
function useDrag({ map, layout, flow, drawn, setNodes, onMove, onPlace, onRefused }: Dragging) {
  const over = useRef<Place>(undefined)
  const mark = (next: Place | undefined, held: string) => {
    if (over.current?.key === next?.key) return
    over.current = next
    const verdict = next && dropped(map.people, layout.current.places.find((p) => p.key === held)!, next, { x: 0, y: 0 }).does
    const kind = verdict === 'refuse' ? 'barred' : verdict === 'move' ? 'takes' : ''
    setNodes((all) => all.map((n) => (n.id === next?.key && kind ? { ...n, className: kind } : n.className ? { ...n, className: undefined } : n)))
  }
  const at = (event: MouseEvent | TouchEvent) => {
    const point = 'touches' in event ? event.changedTouches[0]! : event
    return flow.current!.screenToFlowPosition({ x: point.clientX, y: point.clientY }, { snapToGrid: false })
  }
  const onNodeDrag: OnNodeDrag<Shown> = (event, node) => mark(under(layout.current.places, at(event as unknown as MouseEvent), node.id), node.id)
  const onNodeDragStop: OnNodeDrag<Shown> = (_, node) => {
    const held = layout.current.places.find((p) => p.key === node.id), onto = over.current
    mark(undefined, node.id)
    if (!held) return
    const drop = dropped(map.people, held, onto, node.position)
    if (drop.does === 'place') return onPlace(held.person.id, (held.person.x ?? 0) + drop.by.x, (held.person.y ?? 0) + drop.by.y)
    setNodes(() => drawn)
    if (drop.does === 'move') onMove(held.person.id, drop.onto.id)
    if (drop.does === 'refuse') onRefused(held.person.id, drop.onto.id)
  }
  return { onNodeDrag, onNodeDragStop }
}
