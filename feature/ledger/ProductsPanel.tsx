import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../ui/api'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { useSales } from './sales'

/** ProductsPanel shows what an account buys most. */
export default function ProductsPanel({ account }: { account: string }) {
  const { t } = useTranslation()
  const { data } = useSales(account)
  const nameOf = useNames(data?.products.map((p) => p.product) ?? [])
  const figures = useFigures(data?.currency)
  if (!data?.products.length) return null
  const most = Math.max(...data.products.map((p) => p.amount))
  const sheet = () => ({
    columns: [t('ledger.product'), t('ledger.quantity'), t('ledger.amount', { unit: figures.unit }), t('ledger.lines'), t('ledger.last_order')],
    rows: data.products.map((p) => [nameOf(p.product), Number(p.quantity), p.amount / 100, p.lines, p.last_on]),
  })
  return (
    <Panel title={t('ledger.products')} subtitle={t('ledger.products_say', { unit: figures.unit })} sheet={sheet}>
      <ul className="bars">
        {data.products.map((p) => (
          <li key={p.product}>
            <span className="cut" title={p.product}>{nameOf(p.product)}</span>
            <span className="bar"><i style={{ width: `${Math.max(0, p.amount / most) * 100}%` }} /></span>
            <span className="number">{figures.sum(p.amount)}</span>
            <span className="number third">{figures.share(data.net > 0 ? p.amount / data.net : null)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

// A line tells the product's code; one that nobody has named, or has not yet, goes by it.
function useNames(codes: string[]) {
  const { data } = useQuery({
    queryKey: ['products', codes],
    queryFn: async () => take(await api.GET('/api/products', { params: { query: { code: codes } } })),
    enabled: codes.length > 0,
  })
  return (code: string) => data?.rows.find((p) => p.code === code)?.name ?? code
}
