import { Link } from '@tanstack/react-router'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Lists } from '../../ui/kit/Lists'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { specialStates, useRequests } from './server'
import { SpecialTable } from './SpecialTable'

/** SpecialsView are the special prices that were asked for, the latest first. */
export function SpecialsView() {
  const { t } = useTranslation()
  const may = useMay()
  const { count } = useFigures()
  const [{ special: state }, set] = useAddress<{ special: (typeof specialStates)[number] }>({ special: '' })
  const { data, error, refetch, isPlaceholderData } = useRequests(state)
  return (
    <>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data ? !error && <Waiting rows={6} /> : (
        <Panel title={t('pricing.specials')} subtitle={t('pricing.net', { currency: data.currency })} stale={isPlaceholderData} extra={<span className="pricing-bar">
          <Select size="small" value={state} aria-label={t('pricing.state')} popupMatchSelectWidth={false} onChange={(special) => set({ special })} options={specialStates.map((value) => ({ value, label: t(value ? `pricing.special_${value}` : 'pricing.every_state') }))} />
          <Lists small of={t('pricing.specials')} parts={[{ title: t('pricing.specials'), out: may('special:export') ? ['xlsx', 'csv'].map((format) => ({ kind: format.toUpperCase(), address: `/api/prices/specials/export?format=${format}` })) : [] }]} />
        </span>}>
          {data.rows.length === 0 ? <Empty action={may('opportunity:read') && <Link to="/opportunities">{t('pricing.to_deals')}</Link>}>{t('pricing.no_specials')}</Empty> : <SpecialTable rows={data.rows} named />}
          {data.more && <p className="third">{t('pricing.more_not_shown', { count: count(data.rows.length) })}</p>}
        </Panel>
      )}
    </>
  )
}
