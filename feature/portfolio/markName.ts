import { useTranslation } from 'react-i18next'
import { useTierName } from '../../ui/kit/Chip'
import type { Tier } from '../../ui/theme'
import { useRuleName } from './rules'

/** useMarkName says what a mark on the screen stands for. */
export function useMarkName() {
  const { t } = useTranslation()
  const tier = useTierName()
  const rule = useRuleName()
  const graded = (mark: string) => t(`grade.${mark}`)
  const names: Record<string, (mark: string) => string> = {
    pareto: (mark) => t('portfolio.mark_bar', { from: (Number(mark) - 1) * 5, to: Number(mark) * 5 }),
    abc: (mark) => (mark === 'apart' ? t('portfolio.mark_apart') : t('portfolio.mark_class', { space: 'ABC', class: mark })),
    rfm: (mark) => (mark.length === 2 ? t('portfolio.mark_rf', { r: mark[0], f: mark[1] }) : `RFM ${mark}`),
    grid: (mark) => (mark.includes(',') ? t('portfolio.mark_cell', { cell: mark }) : t('portfolio.mark_class', { space: t('portfolio.space_grid'), class: mark })),
    quadrant: (mark) => ({ I: t('portfolio.type_1'), II: t('portfolio.type_2'), III: t('portfolio.type_3'), IV: t('portfolio.type_4') })[mark] ?? mark,
    pyramid: (mark) => (mark.endsWith('°') ? t('portfolio.mark_provisional', { tier: tier(mark.slice(0, -1) as Tier) }) : tier(mark as Tier)),
    worth: (mark) => graded(mark),
    climb: (mark) => (mark === 'near' ? t('portfolio.mark_near') : graded(mark)),
    card: (mark) => t(`membership.${mark}`),
    single: (mark) => graded(mark),
    matrix: (mark) => (mark === 'exit' ? t('portfolio.mark_exit') : t(`invest.${mark}`)),
    agree: (mark) => t(`consensus.${mark}`),
    effort: (mark) => t(`effort.${mark}`),
    contribution: (mark) => (mark === 'incomplete' ? t('contribution.unknown') : `VAL.${mark} ${t(`contribution.${mark}`)}`),
    mistake: (mark) => t(`fallacy.${mark}_warns`),
    register: (mark) => (mark === 'all' ? t('portfolio.register') : t('portfolio.mark_rule', { rule: rule(mark) })),
  }
  return (model: string, mark: string) => (mark === 'tray' ? t('portfolio.tray') : names[model]?.(mark) ?? mark)
}

/** useResultName says a result as the history keeps it. */
export function useResultName() {
  const { t } = useTranslation()
  const mark = useMarkName()
  const rule = useRuleName()
  return (model: string, result: string) => {
    if (model === 'rfm') return t(result)
    if (model === 'register') return result.trim().split(' ').map(rule).join(' · ')
    return model === 'abc' || model === 'grid' ? result : mark(model, result)
  }
}
