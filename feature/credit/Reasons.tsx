import { useTranslation } from 'react-i18next'
import { PlainChip } from '../../ui/kit/Chip'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Why } from '../../ui/kit/Why'
import type { Sheet } from './server'

/** Reasons is the grade of a customer, which explains itself. */
export function Reasons({ sheet: { grade, why, today, currency } }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const label = t('credit.grade_chip', { grade: grade?.grade || t('credit.no_grade') })
  return (
    <Why label={label} chip={<PlainChip outlined>{label}</PlainChip>}>{() => (
      <Reasoned why={why} currency={currency} stand={grade ? t('credit.grade_given', { given: grade.given, review: grade.review }) : today} />
    )}</Why>
  )
}
