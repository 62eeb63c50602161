import { DatePicker, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { Field } from './server'
import { scale, useWords } from './words'

interface Props {
  field: Field
  op: string
  value: unknown
  onChange: (value: unknown) => void
}

/** Value is what a field is compared with, in the way in which its kind is typed. */
export function Value({ field, op, value, onChange }: Props) {
  const { t } = useTranslation()
  const label = t('segment.value')
  if (op === 'known') return null
  if (field.kind === 'day') return <DatePicker aria-label={label} allowClear={false} value={typeof value === 'string' && value ? dayjs(value) : null} onChange={(day) => onChange(day?.format('YYYY-MM-DD'))} />
  if (field.kind === 'flag') return <Select aria-label={label} className="segment-value" value={value} onChange={onChange} options={[{ value: true, label: t('segment.yes') }, { value: false, label: t('segment.no') }]} />
  if (field.kind === 'number') return op === 'one_of' ? <Numbers {...{ field, label, value, onChange }} /> : <Figure {...{ field, label, value, onChange }} />
  return <Words {...{ field, op, label, value, onChange }} />
}

type Inner = Omit<Props, 'op'> & { label: string }

const suffix = (field: Field, t: (key: string) => string) => (field.unit === 'amount' ? t('ui.unit_plain') : field.unit === 'share' ? '%' : undefined)

function Figure({ field, label, value, onChange }: Inner) {
  const { t } = useTranslation()
  const by = scale(field)
  return (
    <InputNumber aria-label={label} className="segment-value" suffix={suffix(field, t)} value={typeof value === 'number' ? tidy(value / by) : null}
      onChange={(typed) => onChange(typeof typed === 'number' ? tidy(typed * by) : undefined)} />
  )
}

// What binary counting adds is taken off.
const tidy = (n: number) => Number(n.toPrecision(15))

function Numbers({ field, label, value, onChange }: Inner) {
  const by = scale(field)
  const typed = Array.isArray(value) ? value.map((n) => String(tidy(Number(n) / by))) : []
  return <Select mode="tags" aria-label={label} className="segment-value wide" value={typed} open={false} tokenSeparators={[',', '，', ' ']}
    onChange={(all: string[]) => onChange(all.map(Number).filter(Number.isFinite).map((n) => tidy(n * by)))} />
}

function Words({ field, op, label, value, onChange }: Inner & { op: string }) {
  const words = useWords()
  const options = field.values?.length ? field.values.map((v) => ({ value: v, label: words.value(field.name, v) })) : undefined
  if (op === 'one_of') return <Select mode={options ? 'multiple' : 'tags'} aria-label={label} className="segment-value wide" value={Array.isArray(value) ? value : []} options={options ?? []} showSearch={{ optionFilterProp: 'label' }} onChange={onChange} />
  if (op === 'holds' || !options) return <Input aria-label={label} className="segment-value" value={typeof value === 'string' ? value : ''} onChange={(e) => onChange(e.target.value)} />
  return <Select aria-label={label} className="segment-value" showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={false} value={typeof value === 'string' && value ? value : undefined} options={options} onChange={onChange} />
}
