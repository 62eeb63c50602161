import { useTranslation } from 'react-i18next'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { usePhone } from '../../ui/media'
import type { State } from '../../ui/theme'
import type { Type } from './server'

const colours: Partial<Record<Type, State>> = { worse: 'blocked', dearer: 'ask', T1: 'ok', T2: 'info', T3: 'ok', T4: 'ok' }

/** TypeChip is of which type the service of an account is, in short where there is no room. */
export function TypeChip({ type }: { type: Type }) {
  const { t } = useTranslation()
  const state = colours[type]
  const name = t(usePhone() ? `servicing.short_${type}` : `servicing.${type}`)
  return state ? <StateChip state={state}>{name}</StateChip> : <PlainChip outlined={type === 'unknown'}>{name}</PlainChip>
}
