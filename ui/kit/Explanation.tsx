import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface Input {
  name: string
  source?: ReactNode
  value: string
  cut?: string
  /** how far the value reaches, and where the cut stands, 0 to 1 */
  reach?: number
  tick?: number
}

export interface Change {
  direction: 'up' | 'down'
  sentence: string
  /** near enough to be watched */
  near?: boolean
}

interface Props {
  title: string
  /** as-of date and version of the configuration */
  stand: string
  /** the unit of the values, once */
  unit?: string
  /** the hue of the result: tier-MAJOR, class-A, accent */
  hue?: string
  inputs: Input[]
  rule: ReactNode
  changes: Change[]
  confidence?: { title: string; text: ReactNode }
  actions?: ReactNode
}

/** Explanation answers why, in one order everywhere: inputs, rule, what would change it, confidence, actions. */
export function Explanation({ title, stand, unit, hue = 'state-info', inputs, rule, changes, confidence, actions }: Props) {
  const { t } = useTranslation()
  return (
    <div className="explanation">
      <header><h3>{title}</h3><span className="third">{stand}</span></header>
      <table>
        <thead>
          <tr>
            <th>{t('ui.input')}</th>
            <th className="number">{unit ? t('ui.value_in', { unit }) : t('ui.value')}</th>
            <th className="number">{t('ui.cut')}</th>
            <th className="reach">{t('ui.distance')}</th>
          </tr>
        </thead>
        <tbody>{inputs.map((input) => <Line key={input.name} {...input} hue={hue} />)}</tbody>
      </table>
      <p className="rule" style={{ background: `var(--${hue}-tint)` }}><b>{t('ui.rule')}</b>{rule}</p>
      {changes.length > 0 && <Changes changes={changes} />}
      {confidence && <><h4>{confidence.title}</h4><p className="second">{confidence.text}</p></>}
      {actions && <footer>{actions}</footer>}
    </div>
  )
}

function Line({ name, source, value, cut, reach, tick, hue }: Input & { hue: string }) {
  return (
    <tr>
      <td>{name}{source && <small>{source}</small>}</td>
      <td className="number"><b>{value}</b></td>
      <td className="number">{cut}</td>
      <td>{reach !== undefined && (
        <div className="bullet" aria-hidden="true">
          <i style={{ width: percent(reach), background: `var(--${hue})` }} />
          {tick !== undefined && <u style={{ left: percent(tick) }} />}
        </div>
      )}</td>
    </tr>
  )
}

function Changes({ changes }: { changes: Change[] }) {
  const { t } = useTranslation()
  return (
    <>
      <h4>{t('ui.what_changes')}</h4>
      <ul>
        {changes.map(({ direction, sentence, near }) => (
          <li key={sentence}><span className={near ? 'soon' : 'third'} aria-hidden="true">{direction === 'up' ? '▲' : '▼'}</span><span>{sentence}</span></li>
        ))}
      </ul>
    </>
  )
}

const percent = (share: number) => `${Math.max(0, Math.min(1, share)) * 100}%`
