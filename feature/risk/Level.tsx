import { useTranslation } from 'react-i18next'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import type { Level } from './server'

const states = { green: 'ok', yellow: 'ask', red: 'blocked' } as const

/** LevelChip is how risky an account or a cause is, with its shape. */
export function LevelChip({ level, score }: { level: Level; score?: number }) {
  const { t } = useTranslation()
  if (!level) return <PlainChip outlined>{t('risk.not_judged')}</PlainChip>
  return <StateChip state={states[level]}>{t(`risk.level_${level}`)} {score}</StateChip>
}
