import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../ui/api'
import { usePeople } from '../../ui/people'
import { useChoices } from './server'

/** Narrowed says which accounts are spoken of: of a region, an industry, an owner. */
export function Narrowed() {
  const { t } = useTranslation()
  const [{ region, industry, owner }, set] = useChoices()
  const { everybody } = usePeople()
  const facets = useQuery({ queryKey: ['accounts', 'facets'], queryFn: async () => take(await api.GET('/api/accounts/facets')), staleTime: 60_000 }).data ?? []
  const words = (field: string) => facets.filter((f) => f.field === field && f.value).map(({ value }) => ({ value, label: value }))
  const one = (label: string, value: string, options: { value: string; label: string }[], choose: (value: string) => void) => (
    <Select allowClear showSearch={{ optionFilterProp: 'label' }} aria-label={label} placeholder={label} value={value || undefined} options={options} popupMatchSelectWidth={false}
      onChange={(value) => choose(value ?? '')} className="worth-narrow" />
  )
  return (
    <>
      {one(t('worth.by_region'), region, words('region'), (region) => set({ region, group: '' }))}
      {one(t('worth.by_industry'), industry, words('industry'), (industry) => set({ industry, group: '' }))}
      {one(t('worth.by_owner'), owner, everybody, (owner) => set({ owner, group: '' }))}
    </>
  )
}
