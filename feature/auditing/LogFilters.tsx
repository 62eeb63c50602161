import { DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useTranslation } from 'react-i18next'
import { usePeople } from '../../ui/people'
import { type Filter, useWords } from './server'

interface Props {
  filter: Filter
  onChange: (change: Partial<Filter>) => void
}

/** LogFilters narrow a log to a person, an object, a verb, some days. */
export function LogFilters({ filter, onChange }: Props) {
  const { t, i18n } = useTranslation()
  dayjs.locale(i18n.language === 'en' ? 'en' : 'zh-cn')
  const people = usePeople()
  const words = useWords().data
  const said = (all: { code: string; text: string }[] = []) => all.map(({ code, text }) => ({ value: code, label: text }))
  const verbs = said(words?.verbs).filter(({ value }) => !filter.object || value.startsWith(`${filter.object}.`))
  const choose = (field: keyof Filter & string, title: string, options: { value: string; label: string }[]) => (
    <Select key={field} allowClear showSearch={{ optionFilterProp: 'label' }} aria-label={title} placeholder={title} value={filter[field] || undefined}
      options={options} onChange={(value) => onChange({ [field]: value ?? '' })} popupMatchSelectWidth={false} className="audit-choice" />
  )
  return (
    <div className="audit-filters">
      {choose('person', t('auditing.who'), people.everybody)}
      {choose('object', t('auditing.object'), said(words?.objects))}
      {choose('verb', t('auditing.what'), verbs)}
      <DatePicker.RangePicker allowEmpty={[true, true]} aria-label={t('auditing.days')} maxDate={dayjs()}
        placeholder={[t('auditing.from_day'), t('auditing.to_day')]} value={[day(filter.from), day(filter.to)]}
        onChange={(days) => onChange({ from: days?.[0]?.format('YYYY-MM-DD') ?? '', to: days?.[1]?.format('YYYY-MM-DD') ?? '' })} />
    </div>
  )
}

const day = (iso: string) => (iso ? dayjs(iso) : null)
