import { Handle, type Node, type NodeProps, Position, useStore } from '@xyflow/react'
import { type CSSProperties, type KeyboardEvent, memo } from 'react'
import { useTranslation } from 'react-i18next'
import { age, isMet, type Person, stance } from './map'
import { Bars, Dots, Sign } from './Sign'
import { type Arrow } from './views'
import { useWords } from './words'

export type CardNode = Node<{
  person: Person
  /** from which power on somebody is key */
  strong: number
  today: string
  team: number
  folded: boolean
  /** the one that the tabulator reaches; arrows lead on from it */
  current: boolean
  onOpen: (id: string) => void
  onFold: (id: string) => void
  onArrow: (key: string, arrow: Arrow) => void
}, 'person'>

/** from how far away a card says the name only */
const isFar = (state: { transform: [number, number, number] }) => state.transform[2] < 0.42

/** PersonCard is somebody on the map: who he is, how he stands to us, who of us knows him. */
export const PersonCard = memo(function PersonCard({ id, data }: NodeProps<CardNode>) {
  const far = useStore(isFar)
  const { person, strong, today, team, folded, current, onOpen, onFold, onArrow } = data
  const old = age(person, today), key = person.power >= strong
  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter' || event.key === ' ') onOpen(person.id)
    else if (event.key === '+' || event.key === '-') team && onFold(person.id)
    else if (event.key.startsWith('Arrow')) onArrow(id, event.key as Arrow)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const kind = ['map-card', key && 'key', old > 0 && 'aged', !isMet(person) && 'unmet', far && 'far'].filter(Boolean).join(' ')
  return (
    <>
      <div className={kind} role="button" tabIndex={current ? 0 : -1} data-person={id} onKeyDown={press}
        style={{ '--stance': `var(--attitude-${stance(person.attitude)})` } as CSSProperties}>
        <Handle type="target" position={Position.Top} isConnectable={false} />
        {far ? <b className="map-far">{person.name}</b> : <Face person={person} old={old} star={key} />}
        <Handle type="source" position={Position.Bottom} isConnectable={false} />
      </div>
      {team > 0 && !far && <Fold name={person.name} team={team} folded={folded} onFold={() => onFold(person.id)} />}
    </>
  )
})

function Face({ person, old, star }: { person: Person; old: number; star: boolean }) {
  const { t, i18n } = useTranslation()
  const words = useWords()
  const shown = (i18n.language === 'en' ? 1 : 2) + (person.layer ? 0 : 1)
  return (
    <>
      {old > 0 && <span className="map-age">{t('relation.days_ago', { count: old })}</span>}
      <p className="map-name">{star && <i className="map-star" aria-hidden="true">★</i>}<b className="cut">{person.name}</b>{star && <span className="unseen">{t('relation.key')}</span>}<i className="grow" /><span className="unseen">{words.stance(stance(person.attitude))}</span><Sign stance={stance(person.attitude)} /></p>
      <p className="map-job"><span className="cut grow">{person.title || person.department}</span>{person.rank > 0 && <span>{words.rank(person.rank)}</span>}</p>
      <p className="map-tags">
        {person.layer && <span className="map-layer">{words.layerShort(person.layer)}</span>}
        {person.roles.slice(0, shown).map((role) => <span key={role}>{words.role(role)}</span>)}
        {person.roles.length > shown && <span>+{person.roles.length - shown}</span>}
      </p>
      <p className="map-meters">
        <span>{t('relation.power_short')}<Bars count={person.power} label={t('relation.power')} /></span>
        <span>{t('relation.closeness_short')}<Dots count={person.closeness} label={t('relation.closeness')} /></span>
      </p>
      <p className={person.counterpart.user ? 'map-ours cut' : 'map-ours cut soon'}>{person.counterpart.user ? t('relation.ours', { name: person.counterpart.name }) : t('relation.ours_nobody')}</p>
    </>
  )
}

function Fold({ name, team, folded, onFold }: { name: string; team: number; folded: boolean; onFold: () => void }) {
  const { t } = useTranslation()
  return (
    <button type="button" tabIndex={-1} className={folded ? 'map-fold folded nodrag' : 'map-fold nodrag'} aria-expanded={!folded} aria-label={t('relation.fold', { name, count: team })}
      onClick={(event) => { event.stopPropagation(); onFold() }}>{folded ? `+${team}` : '−'}</button>
  )
}
