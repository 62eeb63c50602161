import { useTranslation } from 'react-i18next'
import { useFigures } from '../figures'
import { apart, bands, height, type Move, nodes, ordered, pitch } from './moves'
import { hueOf } from './hue'

const left = 96, right = 244, width = 340

/** Flow draws who moves from which result to which; those who stay are a pale line. */
export function Flow({ moves, label, order = ordered(moves) }: { moves: Move[]; label: string; order?: string[] }) {
  const { t } = useTranslation()
  const boxes = nodes(moves, order), moving = bands(moves, order)
  const says = moving.map((b) => `${t(b.from)} → ${t(b.to)} ${b.count}`).join(', ')
  return (
    <svg className="flow" viewBox={`0 0 ${width} ${boxes.length * pitch - 6}`} role="img" aria-label={`${label}: ${says}`}>
      {boxes.map((n, i) => <path key={n.key} d={`M${left} ${i * pitch + 3}H${right}v4H${left}z`} fill="var(--hair)" />)}
      {moving.map((b) => <path key={b.from + b.to} className={b.up ? 'up' : 'down'} strokeWidth={b.width} d={`M${left} ${b.y1}C${left + 62} ${b.y1} ${right - 62} ${b.y2} ${right} ${b.y2}`} />)}
      {boxes.map((n, i) => <g key={n.key}><Box name={t(n.key)} of={n.key} y={i * pitch} count={n.before} /><Box right name={t(n.key)} of={n.key} y={i * pitch} count={n.after} change={n.after - n.before} /></g>)}
      {apart(moving).map((b) => <Count key={b.from + b.to} x={left + (right - left) * b.part} y={b.y} up={b.up} count={b.count} />)}
    </svg>
  )
}

function Box({ name, of, y, count, change, right: atRight }: { name: string; of: string; y: number; count: number; change?: number; right?: boolean }) {
  const figures = useFigures()
  const hue = hueOf(of), x = atRight ? right : 0
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect width={left} height={height} rx="4" fill={hue.tint} />
      <rect x={atRight ? 0 : left - 4} width="4" height={height} fill={hue.fill} />
      <text x={atRight ? 11 : 8} y="15" className="flow-name" fill={hue.text}>{short(name)}</text>
      <text x={atRight ? 11 : 8} y="30" fill="var(--text)">{figures.count(count)}{change !== undefined && change !== 0 && <tspan fill="var(--third)" className="flow-small">{`  ${change > 0 ? '+' : '−'}${figures.count(Math.abs(change))}`}</tspan>}</text>
    </g>
  )
}

// A box is 96 wide: about seven Chinese characters, or twice as many letters.
function short(name: string) {
  let room = 13
  const kept = [...name].filter((c) => (room -= c > 'ÿ' ? 2 : 1.05) >= 0)
  return kept.length < [...name].length ? kept.slice(0, -1).join('') + '…' : name
}

function Count({ x, y, up, count }: { x: number; y: number; up: boolean; count: number }) {
  return (
    <g transform={`translate(${x} ${y})`} className={up ? 'flow-count up' : 'flow-count'}>
      <rect x="-18" y="-8.5" width="36" height="17" rx="3" />
      <text y="4" textAnchor="middle">{up ? '↑' : '↓'} {count}</text>
    </g>
  )
}
