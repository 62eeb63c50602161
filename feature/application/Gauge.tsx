import './application.css'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import type { Analysis } from './server'

/** Gauge is how well a customer is known, and from where on one may act. */
export function Gauge({ analysis: { complete, gate, enough } }: { analysis: Analysis }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const known = complete ?? 0
  return (
    <div className="application-gauge">
      <b>{figures.share(known / 100)}</b>
      <div className="application-bar" role="meter" aria-label={t('application.complete')} aria-valuenow={Math.round(known)} aria-valuemin={0} aria-valuemax={100}>
        <i style={{ width: `${known}%` }} />
        <u style={{ left: `${gate}%` }} />
      </div>
      <span className={enough ? 'chip chip-plain' : 'chip chip-outlined'}>{t(enough ? 'application.enough' : 'application.not_enough', { gate })}</span>
      <p>{t('application.complete_note', { gate })}</p>
    </div>
  )
}
