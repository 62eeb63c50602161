import { useTranslation } from 'react-i18next'
import { type State, states } from './visits'

/** StatePath is how far a visit is; one that was cancelled has left the path. */
export function StatePath({ state }: { state: State }) {
  const { t } = useTranslation()
  if (state === 'cancelled') return <p className="visit-cancelled">{t('visit.state_cancelled')}</p>
  const at = states.indexOf(state)
  return (
    <ol className="visit-path" aria-label={t('visit.progress')}>
      {states.map((s, i) => <li key={s} className={i <= at ? 'on' : ''} aria-current={i === at ? 'step' : undefined}>{t(`visit.state_${s}`)}</li>)}
    </ol>
  )
}
