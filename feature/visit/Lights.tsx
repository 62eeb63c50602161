import { useTranslation } from 'react-i18next'
import type { Objective } from './visits'

type Lit = Pick<Objective, 'lights' | 'score'>

/** Lights are the five of an objective: a filled circle is on, a hollow square is off. */
export function Lights({ objective: { lights, score } }: { objective: Lit }) {
  const { t } = useTranslation()
  const off = lights.filter((l) => !l.on).map((l) => l.letter).join(' ')
  return (
    <span className="visit-lights" role="img" aria-label={off ? t('visit.lights_off', { score, off }) : t('visit.lights_on')}>
      {lights.map((l) => <i key={l.letter} className={l.on ? '' : 'off'}>{l.letter}</i>)}
    </span>
  )
}

/** Faults say in words why lights are off. */
export function Faults({ objective: { lights } }: { objective: Lit }) {
  const { t } = useTranslation()
  const off = lights.filter((l) => !l.on)
  return off.length > 0 && <ul className="visit-faults">{off.map((l) => <li key={l.letter}><b>{l.letter}</b> {t(l.reason, l.args)}</li>)}</ul>
}
