import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { Fact } from '../../ui/kit/Fact'
import { useSales } from './sales'

/** OpenFact says what an account still owes. */
export default function OpenFact({ account }: { account: string }) {
  const { t } = useTranslation()
  const { data } = useSales(account)
  const figures = useFigures(data?.currency)
  if (!data) return null
  return (
    <Fact title={t('ledger.open')}>
      <b>{figures.sum(data.open ?? 0)}</b>
      <span className="third">{figures.unit}</span>
      {!!data.overdue && <StateChip state="blocked">{t('ledger.overdue', { amount: figures.sum(data.overdue) })}</StateChip>}
    </Fact>
  )
}
