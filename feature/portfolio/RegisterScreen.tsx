import './portfolio.css'
import { Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { useFigures } from '../../ui/figures'
import { PageHead } from '../../ui/kit/PageHead'
import { usePhone } from '../../ui/media'
import { KeyAccounts } from './KeyAccounts'
import { Nominate } from './Nominate'
import { useUpkeep } from './register'
import { ReviewsPanel } from './ReviewsPanel'

type Shown = 'all' | 'manager' | 'overdue' | 'reviews'

/** RegisterScreen keeps the register of key accounts: who answers for each, and who is still one. */
export default function RegisterScreen() {
  const { t } = useTranslation()
  const { count } = useFigures()
  const [{ show }, set] = useAddress<{ show: Shown }>({ show: 'all' })
  const { data } = useUpkeep()
  const phone = usePhone()
  const label = (name: Shown, n: number | undefined) => ({ value: name, label: n === undefined ? t(`portfolio.show_${name}`) : `${t(`portfolio.show_${name}`)} ${count(n)}` })
  const options = [label('all', undefined), label('manager', data?.unmanaged), label('overdue', data?.overdue), label('reviews', data?.reviews)]
  const choose = (show: Shown) => set({ show })
  return (
    <div className="register-screen stack">
      <PageHead title={t('portfolio.register')} note={data && data.late_reviews > 0 && <span className="soon">{t('portfolio.late_reviews', { n: count(data.late_reviews) })}</span>}>
        <Nominate />
      </PageHead>
      {phone ? <Select<Shown> value={show} onChange={choose} aria-label={t('portfolio.show')} options={options} />
        : <Segmented<Shown> value={show} onChange={choose} aria-label={t('portfolio.show')} className="register-shows" options={options} />}
      {show === 'reviews' ? <ReviewsPanel /> : <KeyAccounts key={show} lacks={show === 'all' ? undefined : show} />}
    </div>
  )
}
