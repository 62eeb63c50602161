import './pricing.css'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { PageHead } from '../../ui/kit/PageHead'
import { useMay } from '../../ui/me'
import { FloorsView } from './FloorsView'
import { FrameworksView } from './FrameworksView'
import { ListsView } from './ListsView'
import { SpecialsView } from './SpecialsView'

const views = [['list', 'pricing:read', ListsView], ['framework', 'framework:read', FrameworksView], ['special', 'special:read', SpecialsView], ['floor', 'floor:read', FloorsView]] as const

type View = (typeof views)[number][0]

/** PricesScreen is what products cost: by lists, as agreed, for special deals, and at least. */
export default function PricesScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const [{ view }, set] = useAddress<{ view: View }>({ view: 'list' })
  const allowed = views.filter(([, grant]) => may(grant))
  const [, , Shown] = allowed.find(([name]) => name === view) ?? views[0]
  return (
    <div className="stack">
      <PageHead title={t('pricing.prices')} note={t(`pricing.${view}_says`)}>
        <Segmented<View> value={view} onChange={(view) => set({ view })} aria-label={t('pricing.prices')} options={allowed.map(([value]) => ({ value, label: t(`pricing.${value}s`) }))} />
      </PageHead>
      <Shown />
    </div>
  )
}
