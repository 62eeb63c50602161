import { useTranslation } from 'react-i18next'
import { kinds, type RelationMap } from './map'
import { Sign } from './Sign'
import { useWords } from './words'

/** Legend says what the signs and lines on the map mean; only lines that there are. */
export function Legend({ map }: { map: RelationMap }) {
  const { t } = useTranslation()
  const words = useWords()
  return (
    <div className="map-legend">
      {(['support', 'neutral', 'oppose', 'unknown'] as const).map((s) => <span key={s}><Sign stance={s} size={14} />{words.stance(s)}</span>)}
      <i />
      <span><b className="map-star" aria-hidden="true">★</b>{t('relation.key')}</span>
      {kinds.filter((kind) => kind === 'influence' || kind === 'conflict' || map.lines.some((l) => l.kind === kind)).map((kind) => (
        <span key={kind}>
          <svg width="26" height="8" className={`map-line emblem ${kind}`} aria-hidden="true"><path d={kind === 'influence' ? 'M0 4h18' : 'M0 4h26'} />{kind === 'influence' && <path className="map-tip" d="M18 0l8 4-8 4z" />}</svg>
          {t(`relation.legend_${kind}`)}
        </span>
      ))}
      <span><b className="map-hatch" aria-hidden="true" />{t('relation.legend_stale')}</span>
    </div>
  )
}
