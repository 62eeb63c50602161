import { useTranslation } from 'react-i18next'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import type { Objective } from './server'

const states = { keep: 'ok', expand: 'info', turn: 'blocked' } as const

/** RungChip is a rung in the colour of what is wanted there. */
export function RungChip({ rung, objective }: { rung: number; objective: Objective }) {
  const { t } = useTranslation()
  if (!objective) return <PlainChip outlined>{t('loyalty.rung_unknown')}</PlainChip>
  return <StateChip state={states[objective]}>{t(`loyalty.rung_R${rung}`)}</StateChip>
}

/** Moved is whether a rung is higher or lower than it was. */
export function Moved({ rung, was }: { rung: number; was: number }) {
  const { t } = useTranslation()
  if (!rung || !was || rung === was) return null
  const up = rung > was
  return <small className={up ? 'good' : 'bad'} title={`${t(`loyalty.rung_R${was}`)} → ${t(`loyalty.rung_R${rung}`)}`}>{up ? '▲' : '▼'} {t(up ? 'loyalty.up' : 'loyalty.down')}</small>
}
