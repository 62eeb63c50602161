import type { Node, NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { stance } from './map'
import { Sign } from './Sign'
import type { Lane as Framed } from './views'
import { useWords } from './words'

export type LaneNode = Node<{ lane: Framed; by: 'buying' | 'attitude' }, 'lane'>

/** Lane is a frame around those who share a part in buying, or an attitude. */
export const Lane = memo(function Lane({ data: { lane, by } }: NodeProps<LaneNode>) {
  const { t } = useTranslation()
  const words = useWords()
  const own = stance(lane.of === '' ? null : Number(lane.of))
  const name = by === 'buying' ? (lane.of ? words.role(lane.of) : t('relation.role_none')) : words.value('attitude', lane.of)
  const power = lane.people.reduce((sum, p) => sum + p.power, 0)
  const uncovered = by === 'buying' && lane.of !== '' && !lane.people.some((p) => p.counterpart.user)
  return (
    <div className={by === 'attitude' ? `map-lane ${own}` : 'map-lane'} style={{ width: lane.width, height: lane.height }}>
      <p>
        {by === 'attitude' && <Sign stance={own} size={14} />}
        <b>{name}</b><span className="third">{t('relation.people', { count: lane.people.length })}{power > 0 && ` · ${t('relation.power_short')} ${power}`}</span>
        {uncovered && lane.people.length > 0 && <span className="soon">{t('relation.ours_nobody')}</span>}
      </p>
      {lane.people.length === 0 && <p className={by === 'buying' ? 'map-lane-none soon' : 'map-lane-none third'}>{t(by === 'buying' ? 'relation.role_empty' : 'relation.nobody_here')}</p>}
    </div>
  )
})
