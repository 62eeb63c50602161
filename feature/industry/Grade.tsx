import { useTranslation } from 'react-i18next'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { type Grade, states } from './words'

/** GradeChip is what an industry is to us. */
export function GradeChip({ grade }: { grade: Grade }) {
  const { t } = useTranslation()
  const state = states[grade]
  const name = t(`industry.${grade}`)
  return state ? <StateChip state={state}>{name}</StateChip> : <PlainChip outlined>{name}</PlainChip>
}
