import { useTranslation } from 'react-i18next'
import { ClassChip, PlainChip, TierChip } from '../../ui/kit/Chip'
import type { Class, Tier } from '../../ui/theme'

interface Marked {
  tier: string
  provisional: boolean
  grid: string
  abc: string
  rfm: string
}

/** Marks are the classes of an account, each with its namespace; a provisional tier is only a word. */
export function useMarks() {
  const { t } = useTranslation()
  return ({ tier, provisional, grid, abc, rfm }: Marked) => [
    { model: 'pyramid', shown: tier && !provisional && <TierChip tier={tier as Tier} /> },
    { model: 'grid', shown: grid && <ClassChip space={t('portfolio.space_grid')} grade={grid as Class} /> },
    { model: 'abc', shown: abc && <ClassChip space="ABC" grade={abc as Class} /> },
    { model: 'rfm', shown: rfm && <PlainChip>RFM {rfm}</PlainChip> },
  ].filter((m) => m.shown)
}
