import { type Edge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Kind } from './map'
import { arrow, report, route } from './routes'
import { card } from './tree'

export type TreeEdge = Edge<{ hangs: boolean }, 'reports'>
export type LineEdge = Edge<{ kind: Kind; says: string }, 'line'>

type Ends = Pick<EdgeProps, 'sourceX' | 'sourceY' | 'targetX' | 'targetY'>

/** corners are where the two cards begin; a line is told the foot of one and the head of the other. */
const corners = ({ sourceX, sourceY, targetX, targetY }: Ends) => ({
  from: { x: sourceX - card.width / 2, y: sourceY - card.height }, to: { x: targetX - card.width / 2, y: targetY },
})

/** Reporting is a line of the organisation: grey, with right angles. */
export const Reporting = memo(function Reporting({ data, ...ends }: EdgeProps<TreeEdge>) {
  const { from, to } = corners(ends)
  return <path className="map-up" d={report(from, to, data?.hangs ?? false)} />
})

/** Drawn is what else is between two people: influence, conflict, an informal tie, a past together. */
export const Drawn = memo(function Drawn({ data, ...ends }: EdgeProps<LineEdge>) {
  const { t } = useTranslation()
  const { from, to } = corners(ends)
  const kind = data?.kind ?? 'informal', { path, label, tip } = route(from, to)
  const says = data?.says || (kind === 'conflict' ? '✕' : '')
  return (
    <g className={`map-line ${kind}`}>
      <path d={path} />
      {kind === 'influence' && <path className="map-tip" d={arrow(tip)} />}
      {says && (
        <EdgeLabelRenderer>
          <div className={`map-says ${kind}`} style={{ transform: `translate(-50%,-50%) translate(${label.x}px,${label.y}px)` }}>
            <span className="unseen">{t(`relation.line_${kind}`)}</span>{says}
          </div>
        </EdgeLabelRenderer>
      )}
    </g>
  )
})
