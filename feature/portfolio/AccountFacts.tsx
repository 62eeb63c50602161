import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { Fact } from '../../ui/kit/Fact'
import { useCard } from './Reason'

/** AccountFacts says which part of what the account buys it buys from us. */
export default function AccountFacts({ account }: { account: string }) {
  const { t } = useTranslation()
  const { data: card } = useCard(account)
  const figures = useFigures(card?.currency)
  if (!card) return null
  const known = card.demand !== null && card.demand > 0
  return (
    <>
      <Fact title={t('portfolio.rank')}>
        <b>{card.rank ? figures.count(card.rank) : figures.count(null)}</b>
        <span className="third">{card.share !== null && t('portfolio.share_of_all', { share: figures.share(card.share) })}</span>
      </Fact>
      <Fact title={t('portfolio.wallet')}>
        <b>{figures.share(known ? Math.min(1, card.amount / card.demand!) : null)}</b>
        <span className="third">{known ? t('portfolio.of_demand', { demand: figures.sum(card.demand), unit: figures.unit }) : t('portfolio.demand_unknown')}</span>
      </Fact>
    </>
  )
}
