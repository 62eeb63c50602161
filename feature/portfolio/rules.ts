import { useTranslation } from 'react-i18next'

export type Rule = 'REV' | 'TIER' | 'GRID' | 'INFL' | 'STRAT' | 'CORE'

/** useRuleName says in a word or two why an account is a key account. */
export function useRuleName() {
  const { t } = useTranslation()
  const names: Record<string, string> = {
    REV: t('portfolio.rule_rev'), TIER: t('portfolio.rule_tier'), GRID: t('portfolio.rule_grid'),
    KEY: t('portfolio.key_account'), INFL: t('portfolio.rule_infl'), STRAT: t('portfolio.rule_strat'), CORE: t('portfolio.rule_core'),
  }
  return (rule: string) => names[rule] ?? rule
}
