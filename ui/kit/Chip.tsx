import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Class, State, Tier } from '../theme'

/** TierChip names a tier, with its colour as a square. */
export function TierChip({ tier }: { tier: Tier }) {
  return (
    <span className="chip" style={hue('tier', tier)}>
      <i className="chip-square" style={{ background: `var(--tier-${tier})` }} />
      {useTierName()(tier)}
    </span>
  )
}

/** TierWord is a tier inside a dense table: a coloured word. */
export function TierWord({ tier }: { tier: Tier }) {
  return <span className="tier-word" style={{ color: `var(--tier-${tier}-text)` }}>{useTierName()(tier)}</span>
}

/** useTierName says a tier in the user's language. */
export function useTierName() {
  const { t } = useTranslation()
  const names: Record<Tier, string> = { MAJOR: t('ui.tier_major'), NAMED: t('ui.tier_named'), NONNAMED: t('ui.tier_nonnamed'), MASS: t('ui.tier_mass') }
  return (tier: Tier) => names[tier]
}

/** ClassChip is a letter with its namespace: a letter never stands alone. */
export function ClassChip({ space, grade }: { space?: string; grade: Class }) {
  return (
    <span className="chip" style={hue('class', grade)}>
      {space && <small>{space}</small>}
      <b>{grade}</b>
    </span>
  )
}

/** StateChip is a state with its shape: circle ok, triangle ask, square blocked. */
export function StateChip({ state, children }: { state: State; children: ReactNode }) {
  return (
    <span className="chip" style={hue('state', state)}>
      <StateShape state={state} />
      {children}
    </span>
  )
}

export function StateShape({ state }: { state: State }) {
  const fill = `var(--state-${state})`
  return (
    <svg className="state-shape" width="9" height="9" viewBox="0 0 10 10" aria-hidden="true">
      {state === 'blocked' ? <rect x="1" y="1" width="8" height="8" rx="1" fill={fill} />
        : state === 'ask' ? <path d="M5 .8 9.6 9H.4z" fill={fill} />
        : <circle cx="5" cy="5" r="4.2" fill={fill} />}
    </svg>
  )
}

/** PlainChip is a fact without a scale: an industry, a score. */
export function PlainChip({ outlined, children }: { outlined?: boolean; children: ReactNode }) {
  return <span className={outlined ? 'chip chip-outlined' : 'chip chip-plain'}>{children}</span>
}

const hue = (scale: string, step: string) => ({ color: `var(--${scale}-${step}-text)`, background: `var(--${scale}-${step}-tint)` })
