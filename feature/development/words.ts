// The words of stages, gates and conditions.
import { useTranslation } from 'react-i18next'
import { missing, useFigures } from '../../ui/figures'
import type { Condition } from './server'

export const stages = [1, 2, 3, 4, 5] as const

/** useStage says a stage with its number. */
export function useStage() {
  const { t } = useTranslation()
  return (stage: number) => `${stage} ${t(`development.stage_${stage}`)}`
}

/** useWrite writes what there is of a condition, and what it needs. */
export function useWrite() {
  const { t } = useTranslation()
  const figures = useFigures()
  return (unit: Condition['unit'], value: number | null) => {
    if (value === null) return missing
    if (unit === 'share') return figures.share(value, 0)
    if (unit === 'answer') return t(value ? 'ui.yes' : 'ui.no')
    return figures.count(value)
  }
}

/** useLabel says a word that the configuration has in both languages. */
export function useLabel() {
  const { i18n } = useTranslation()
  return (label: { zh: string; en: string }) => (i18n.language === 'en' ? label.en : label.zh)
}
