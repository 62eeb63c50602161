import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/kit/Panel'
import type { RelationMap } from './map'
import { Dots } from './Sign'
import { useWords } from './words'

/** RolesPanel puts every part in buying beside who of us looks after it, and how near we are. */
export function RolesPanel({ map, onOpen }: { map: RelationMap; onOpen: (person: string) => void }) {
  const { t } = useTranslation()
  const words = useWords()
  const shown = map.roles.filter((r) => r.needed || r.people > 0)
  const nearest = (who: string[]) => map.people.filter((p) => who.includes(p.id)).sort((a, b) => b.closeness - a.closeness || b.power - a.power)
  return (
    <Panel title={t('relation.roles_ours')}>
      <ul className="map-roles">{shown.map((r) => {
        const people = nearest(r.who), ours = [...new Set(people.map((p) => p.counterpart.name).filter(Boolean))]
        return (
          <li key={r.role}>
            <span>{words.role(r.role)}</span>
            {people.length === 0 ? <span className="soon">{t('relation.role_empty')}</span> : (
              <button type="button" className={ours.length ? 'link cut second' : 'link cut soon'} title={people.map((p) => p.name).join(t('relation.comma'))} onClick={() => onOpen(people[0]!.id)}>
                {ours.length ? ours.join(t('relation.comma')) : t('relation.role_gap', { name: people[0]!.name })}
              </button>
            )}
            <Dots count={r.closeness} label={t('relation.closeness')} />
          </li>
        )
      })}</ul>
    </Panel>
  )
}
