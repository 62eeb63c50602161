import { useTranslation } from 'react-i18next'
import type { Reply } from '../../ui/api'

export type Kind = Reply<'/api/accounts/{account}/estimates/{kind}'>['kind']

/** groups are the judgements in the order in which people are asked for them. */
export const groups: { key: string; kinds: Kind[] }[] = [
  { key: 'portfolio.kinds_potential', kinds: ['demand', 'potential', 'influence'] },
  { key: 'portfolio.kinds_card', kinds: ['standing', 'satisfaction', 'loyalty'] },
  { key: 'portfolio.kinds_matrix', kinds: ['invest_budget', 'invest_growth', 'invest_reputation', 'invest_profitability', 'invest_exclusivity', 'invest_range', 'invest_support', 'invest_price', 'invest_reliability', 'invest_people'] },
]

const ours = ['range', 'support', 'price', 'reliability', 'people']

/** useKindName says what is judged. */
export function useKindName() {
  const { t } = useTranslation()
  return (kind: Kind) => {
    const rated = kind.replace('invest_', '')
    if (rated !== kind) return t(`invest.${ours.includes(rated) ? 'strength' : 'potential'}.${rated}`)
    return { demand: t('portfolio.demand'), potential: t('portfolio.potential_buy'), influence: t('portfolio.influence') }[kind as string] ?? t(`value.${kind}`)
  }
}

/** scaleOf is from where to where a judgement goes; amounts have no end. */
export const scaleOf = (kind: Kind) =>
  kind === 'demand' || kind === 'potential' ? undefined : kind === 'satisfaction' ? { min: 0, max: 100 } : { min: 1, max: 5 }
