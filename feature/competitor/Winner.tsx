import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCompetitors } from './server'

/** Winner chooses who got a deal that we lost. */
export default function Winner({ value, onChange }: { value?: string; onChange: (competitor?: string) => void }) {
  const { t } = useTranslation()
  const { data } = useCompetitors()
  return (
    <label>{t('competitor.winner')}
      <Select allowClear value={value} showSearch={{ optionFilterProp: 'label' }} options={(data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))} onChange={(id?: string) => onChange(id)} />
    </label>
  )
}
