import { useTranslation } from 'react-i18next'
import type { Reply } from '../../ui/api'

export type Kind = Reply<'/api/accounts/{account}/estimates/{kind}'>['kind']

/** groups are the judgements in the order in which people are asked for them. */
export const groups: { key: string; kinds: Kind[] }[] = [
  { key: 'portfolio.kinds_potential', kinds: ['demand', 'potential', 'influence'] },
  { key: 'portfolio.kinds_card', kinds: ['standing', 'satisfaction', 'loyalty'] },
  { key: 'portfolio.kinds_matrix', kinds: ['invest_budget', 'invest_growth', 'invest_reputation', 'invest_profitability', 'invest_exclusivity', 'invest_range', 'invest_support', 'invest_price', 'invest_reliability', 'invest_people'] },
  { key: 'portfolio.kinds_entry', kinds: ['entry_chance', 'entry_cost', 'entry_yield', 'entry_network'] },
]

const ours = ['range', 'support', 'price', 'reliability', 'people']

/** useKindName says what is judged. */
export function useKindName() {
  const { t } = useTranslation()
  return (kind: Kind) => {
    const rated = kind.replace('invest_', '')
    if (rated !== kind) return t(`invest.${ours.includes(rated) ? 'strength' : 'potential'}.${rated}`)
    if (kind.startsWith('entry_')) return t(kind.replace('_', '.'))
    return { demand: t('portfolio.demand'), potential: t('portfolio.potential_buy'), influence: t('portfolio.influence') }[kind as string] ?? t(`value.${kind}`)
  }
}

/** scaleOf is from where to where a judgement goes; amounts have no end. */
export const scaleOf = (kind: Kind) => (kind === 'demand' || kind === 'potential' ? undefined : (others[kind] ?? { min: 1, max: 5 }))

const hundred = { min: 0, max: 100 }
const others: Partial<Record<Kind, { min: number; max: number }>> = { satisfaction: hundred, entry_chance: hundred, entry_cost: hundred, entry_yield: hundred, entry_network: { min: 0, max: 5 } }
