import { useTranslation } from 'react-i18next'
import { StateChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import type { Card } from './Reason'

/** SplitPanel says where methods disagree about an account, and what each of them says. */
export function SplitPanel({ card }: { card: Card }) {
  const { t } = useTranslation()
  const { top, below, open } = card.split
  const divided = top.length > 0 && below.length > 0
  const says = (model: string) => t('portfolio.split_one', { model: t(`portfolio.model_${model}`), result: t(card.why.find((w) => w.model === model)?.result ?? '') })
  const line = (key: string, models: string[]) => models.length > 0 && <li><span>{t(key)}<small>{models.map(says).join(' · ')}</small></span></li>
  return (
    <Panel title={t('portfolio.split')} extra={<StateChip state={divided ? 'ask' : 'ok'}>{t(divided ? 'portfolio.split_divided' : 'portfolio.split_agreed')}</StateChip>} note={divided && t('portfolio.split_says')}>
      <ul className="notes">
        {line('portfolio.split_top', top)}
        {line('portfolio.split_below', below)}
        {line('portfolio.split_open', open)}
      </ul>
    </Panel>
  )
}
