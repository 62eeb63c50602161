import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import './team.css'
import { useGovern, useRegions } from './server'

/** Regions are those of a manager: their accounts are open to him, key accounts excepted. */
export default function Regions({ user, roles }: { user: string; roles: string[] }) {
  const { t } = useTranslation()
  const regions = useRegions(user)
  const govern = useGovern(user)
  if (!roles.includes('sales_manager')) return null
  return (
    <div className="team-regions">
      <label htmlFor="team-regions">{t('team.regions')}</label>
      <Select id="team-regions" mode="tags" value={regions.data ?? []} loading={regions.isPending || govern.isPending} tokenSeparators={['、', ',', ' ']} onChange={(next: string[]) => govern.mutate(next)} placeholder={t('team.regions_none')} />
      <span className="third">{t('team.regions_why')}</span>
      <Fault error={regions.error ?? govern.error} />
    </div>
  )
}
