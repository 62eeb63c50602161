import { useTranslation } from 'react-i18next'
import { age, layers, type Person, type RelationMap, stance } from './map'
import { Dots, Sign } from './Sign'
import { useWords } from './words'

/** LayerList is the map on a phone: people by their layer, those with the most power first. */
export function LayerList({ map, onOpen }: { map: RelationMap; onOpen: (person: string) => void }) {
  const { t } = useTranslation()
  const words = useWords()
  const groups = [...layers, ''].map((layer) => ({ layer, people: map.people.filter((p) => p.layer === layer).sort((a, b) => b.power - a.power || b.rank - a.rank) }))
  return (
    <div className="map-list map-layers">
      {groups.filter((g) => g.layer || g.people.length).map(({ layer, people }) => (
        <section key={layer} aria-label={layer ? words.layer(layer) : t('relation.layer_without')}>
          <h3>{layer ? words.layer(layer) : t('relation.layer_without')}<small>{people.length ? t('relation.people', { count: people.length }) : <span className="soon">{t('relation.nobody_here')}</span>}</small></h3>
          <ul>{people.map((p) => <li key={p.id}><Line person={p} map={map} onOpen={onOpen} /></li>)}</ul>
        </section>
      ))}
    </div>
  )
}

function Line({ person: p, map, onOpen }: { person: Person; map: RelationMap; onOpen: (person: string) => void }) {
  const { t } = useTranslation()
  const words = useWords()
  const old = age(p, map.as_of)
  return (
    <button type="button" onClick={() => onOpen(p.id)}>
      <Sign stance={stance(p.attitude)} />
      <span className="cut">{p.power >= map.strong && <i className="map-star">★ </i>}<b>{p.name}</b> <span className="third">{p.title}</span></span>
      <Dots count={p.closeness} label={t('relation.closeness')} />
      <span className="second-line">
        <span>{words.stance(stance(p.attitude))}</span>
        {p.power > 0 && <span>{t('relation.power')} {p.power}</span>}
        <span className={p.counterpart.user ? '' : 'soon'}>{p.counterpart.user ? t('relation.ours', { name: p.counterpart.name }) : t('relation.ours_nobody')}</span>
        {old > 0 && <span className="soon">{t('relation.days_ago', { count: old })}</span>}
      </span>
    </button>
  )
}
