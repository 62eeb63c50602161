import { useTranslation } from 'react-i18next'
import { missing, useFigures } from '../../ui/figures'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import type { Row } from './server'

const states = { green: 'ok', yellow: 'ask', red: 'blocked' } as const

/** Attainment is how far an account is, in its colour and in words. */
export function Attainment({ row }: { row: Row }) {
  const { t } = useTranslation()
  const figures = useFigures()
  if (row.fault) return <StateChip state="blocked">{t('goal.fault')}</StateChip>
  if (!row.colour) return <PlainChip outlined>{missing}</PlainChip>
  return <StateChip state={states[row.colour]}>{figures.share(row.attainment)} {t(`goal.colour_${row.colour}`)}</StateChip>
}
