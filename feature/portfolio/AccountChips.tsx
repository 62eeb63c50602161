import { useTranslation } from 'react-i18next'
import { StateChip } from '../../ui/kit/Chip'
import { Why } from '../../ui/kit/Why'
import { useMarks } from './Marks'
import { Because, type Reasoned, useCard } from './Reason'

/** AccountChips are the classes of an account beside its name; each says why. */
export default function AccountChips({ account }: { account: string }) {
  const { t } = useTranslation()
  const marks = useMarks()
  const { data: card } = useCard(account)
  if (!card) return null
  const reason = (model: string) => card.why.find((w) => w.model === model)
  const asked = (why: Reasoned | undefined, shown: React.ReactNode) =>
    why ? <Why key={why.model} label={t('portfolio.why_title', { result: t(why.result) })} chip={shown}>{() => <Because card={card} why={why} />}</Why> : shown
  return (
    <>
      {marks(card).map(({ model, shown }) => asked(reason(model), shown))}
      {card.key_account && asked(reason('register'), <StateChip state="info">{t('portfolio.key_account')}</StateChip>)}
    </>
  )
}
