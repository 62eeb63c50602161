import { useTranslation } from 'react-i18next'
import { StateShape } from '../../ui/kit/Chip'
import type { Gate } from './server'
import { useWrite } from './words'

interface Props {
  gate: Gate
  /** where the account stands, and where it heads for */
  stage: number
  heading: number
}

const shapes = { yes: 'ok', open: 'ask', no: 'blocked' } as const

/** Rung is one stage with the conditions of its gate. */
export function Rung({ gate, stage, heading }: Props) {
  const { t } = useTranslation()
  const write = useWrite()
  const here = gate.stage === stage
  return (
    <li className={here ? 'here' : gate.stage < stage ? 'passed' : undefined} aria-current={here ? 'step' : undefined}>
      <header><i aria-hidden="true">{gate.stage < stage ? '✓' : gate.stage}</i><b>{t(`development.stage_${gate.stage}`)}</b>{gate.stage === heading && <small>{t('development.aim')}</small>}</header>
      <p className="third">{t(`development.gate_${gate.stage}`)}</p>
      <ul>
        {gate.conditions.map((c) => (
          <li key={c.key}>
            <StateShape state={shapes[c.met]} />
            <span>{t(c.key)}</span>
            <b>{c.unit === 'answer' ? write(c.unit, c.have) : <>{write(c.unit, c.have)}<small> / {write(c.unit, c.need)}</small></>}</b>
            <span className="unseen">{t(`development.met_${c.met}`)}</span>
          </li>
        ))}
      </ul>
    </li>
  )
}
