import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../ui/api'
import { useMay } from '../../ui/me'
import { Slot } from '../../ui/Slot'
import { useStageName } from './columns'

export interface Filter extends Record<string, string> {
  search: string
  region: string
  industry: string
  stage: string
  class: string
  status: string
  segment: string
  band: string
  sort: string
  desc: string
  columns: string
}

interface Props {
  filter: Filter
  onChange: (change: Partial<Filter>) => void
}

/** Filters narrow the list; typing is sent on after a short rest. */
export function Filters({ filter, onChange }: Props) {
  const { t } = useTranslation()
  const stage = useStageName()
  const revenue = useMay()('revenue:read')
  const facets = useQuery({ queryKey: ['accounts', 'facets'], queryFn: async () => take(await api.GET('/api/accounts/facets')), staleTime: 60_000 }).data ?? []
  const values = (field: string) => facets.filter((f) => f.field === field && f.value).map((f) => ({ value: f.value, label: `${f.value} ${f.accounts}` }))
  const choose = (field: keyof Filter & string, title: string, options: { value: string; label: string }[]) => (
    <Select key={field} allowClear showSearch={options.length > 8} aria-label={title} placeholder={title} value={filter[field] || undefined} options={options}
      onChange={(value) => onChange({ [field]: value ?? '' })} popupMatchSelectWidth={false} className="filter-select" />
  )
  return (
    <>
      <Search value={filter.search} onChange={(search) => onChange({ search })} />
      {revenue && choose('class', 'ABC', ['A', 'B', 'C'].map((value) => ({ value, label: `ABC ${value}` })))}
      {revenue && choose('stage', t('account.stage'), ['potential', 'new', 'stable', 'old', 'dormant', 'lost'].map((value) => ({ value, label: stage(value) })))}
      {choose('region', t('account.region'), values('region'))}
      {choose('industry', t('account.industry'), values('industry'))}
      <Slot name="account.filter" segment={filter.segment} band={filter.band} onChange={onChange} />
    </>
  )
}

function Search({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    const rest = setTimeout(() => typed !== value && onChange(typed), 200)
    return () => clearTimeout(rest)
  }, [typed])
  return <span data-filter><Input allowClear placeholder={t('account.find')} aria-label={t('account.find')} value={typed} onChange={(e) => setTyped(e.target.value)} className="filter-search" /></span>
}
