import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/kit/Panel'
import type { RelationMap } from './map'
import { Dots } from './Sign'
import { useWords } from './words'

/** LayersPanel says what each of the four layers looks for, and whether somebody there is close to us. */
export function LayersPanel({ map }: { map: RelationMap }) {
  const { t } = useTranslation()
  const words = useWords()
  return (
    <Panel title={t('relation.four_layers')}>
      <ul className="map-roles">{map.layers.map((l) => (
        <li key={l.layer} title={t(`relation.message_${l.layer}`)}>
          <span>{words.layer(l.layer)}</span>
          <span className={l.covered ? 'cut second' : 'cut soon'}>{l.people === 0 ? t('relation.nobody_here') : t(`relation.worth_${l.layer}`)}</span>
          <Dots count={l.closest} label={t('relation.closeness')} />
        </li>
      ))}</ul>
    </Panel>
  )
}
