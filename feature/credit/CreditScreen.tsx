import './credit.css'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { PageHead } from '../../ui/kit/PageHead'
import { OrdersView } from './OrdersView'
import { ReviewsView } from './ReviewsView'

type View = 'reviews' | 'orders'

/** CreditScreen is the calendar of credit reviews with those who are watched, and the orders that were checked. */
export default function CreditScreen() {
  const { t } = useTranslation()
  const [{ view }, set] = useAddress<{ view: View }>({ view: 'reviews' })
  return (
    <div className="stack">
      <PageHead title={t('credit.credit')} note={t(`credit.${view}_says`)}>
        <Segmented<View> value={view} onChange={(view) => set({ view })} aria-label={t('credit.credit')} options={(['reviews', 'orders'] as const).map((value) => ({ value, label: t(`credit.${value}`) }))} />
      </PageHead>
      {view === 'orders' ? <OrdersView /> : <ReviewsView />}
    </div>
  )
}
