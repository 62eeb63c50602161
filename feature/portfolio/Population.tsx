import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../ui/api'
import { usePeople } from '../../ui/people'
import { Slot } from '../../ui/Slot'
import { useChoices } from './ask'

/** Population narrows which accounts all panels speak of: of a region, an industry, an owner. */
export function Population() {
  const { t } = useTranslation()
  const [{ region, industry, owner, segment, band }, set] = useChoices()
  const { values, people } = usePopulation()
  return (
    <div className="choices">
      <Narrow label={t('portfolio.region')} value={region} options={values('region')} onChange={(region) => set({ region })} />
      <Narrow label={t('portfolio.industry')} value={industry} options={values('industry')} onChange={(industry) => set({ industry })} />
      <Narrow label={t('portfolio.owner')} value={owner} options={people} onChange={(owner) => set({ owner })} />
      <Slot name="portfolio.filter" segment={segment} band={band} onChange={set} />
    </div>
  )
}

interface Option {
  value: string
  label: string
}

function Narrow({ label, value, options, onChange }: { label: string; value: string; options: Option[]; onChange: (value: string) => void }) {
  return (
    <Select allowClear showSearch={{ optionFilterProp: 'label' }} aria-label={label} placeholder={label} value={value || undefined} options={options}
      onChange={(value) => onChange(value ?? '')} popupMatchSelectWidth={false} className="narrow" />
  )
}

function usePopulation() {
  const facets = useQuery({ queryKey: ['accounts', 'facets'], queryFn: async () => take(await api.GET('/api/accounts/facets')), staleTime: 60_000 }).data ?? []
  const people = usePeople()
  return {
    values: (field: string) => facets.filter((f) => f.field === field && f.value).map(({ value }) => ({ value, label: value })),
    people: people.everybody,
  }
}
