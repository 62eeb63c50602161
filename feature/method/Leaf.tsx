import { Input, InputNumber, Select, Switch } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { missing } from '../../ui/figures'
import { useField } from './editing'
import type { Leaf } from './path'
import { shown, stored, useScale, useWritten } from './units'
import type { Field } from './wire'

interface Props {
  field: Field
  /** what those hear who do not see where the field stands */
  label: string
  /** the unit of a value that says it itself, such as that of an indicator */
  unit?: string
  /** the unit stands somewhere else */
  bare?: boolean
}

/** LeafField is one value: as it was, struck through, in front of what it is to be. */
export function LeafField({ field, label, unit = field.unit, bare }: Props) {
  const { t } = useTranslation()
  const { value, old, changed, wrong, put } = useField(field.path)
  const written = useWritten(), scaleOf = useScale()
  const whole = { ...field, unit }, says = useId()
  return (
    <span className={`leaf${changed ? ' changed' : ''}${wrong ? ' wrong' : ''}`}>
      {changed && old !== undefined && <s><span className="unseen">{t('method.was')} </span>{written(old, whole, bare || !!put)}</s>}
      {put ? <Control field={whole} label={label} value={value} wrong={wrong ? says : undefined} onPut={put} /> : <b className="number">{written(value, whole, bare)}</b>}
      {!bare && put && unit && <small>{scaleOf(unit).suffix}</small>}
      {wrong && <small id={says} className="leaf-says" role="alert">{wrong}</small>}
    </span>
  )
}

interface ControlProps {
  field: Field
  label: string
  value: Leaf | undefined
  /** the id of the words that say what is wrong */
  wrong?: string
  onPut: (value: Leaf) => void
}

function Control({ field, label, value, wrong, onPut }: ControlProps) {
  const { t } = useTranslation()
  const status = wrong ? 'error' : undefined
  const invalid = { 'aria-invalid': !!wrong, 'aria-describedby': wrong }
  if (field.type === 'boolean') return <Switch size="small" aria-label={label} checked={value === true} onChange={onPut} />
  if (field.type === 'choice') {
    if (!value) return <b>{missing}</b>
    return <Select size="small" aria-label={label} {...invalid} status={status} value={String(value)} popupMatchSelectWidth={false} onChange={onPut}
      options={(field.choices ?? []).map((c) => ({ value: c.value, label: t(c.label) }))} />
  }
  if (field.type === 'text') return <Input size="small" aria-label={label} {...invalid} status={status} value={String(value ?? '')} onChange={(e) => onPut(e.target.value)} />
  return <Figure field={field} label={label} value={value as number | null} wrong={wrong} onPut={onPut} />
}

function Figure({ field, label, value, wrong, onPut }: ControlProps & { value: number | null }) {
  const scale = useScale()(field.unit)
  const bound = (n: number | undefined) => (n === undefined ? undefined : Number(shown(n, scale).toFixed(6))) // one minor unit is nothing in millions
  return (
    <InputNumber<number> size="small" controls={false} aria-label={label} aria-invalid={!!wrong} aria-describedby={wrong} status={wrong ? 'error' : undefined}
      formatter={grouped} parser={(text) => Number((text ?? '').replace(/,/g, '').replace('−', '-'))} min={bound(field.minimum)} max={bound(field.maximum)} value={value === null || value === undefined ? null : shown(value, scale)}
      onChange={(next) => onPut(next === null ? null : stored(next, scale, field.type === 'integer'))} />
  )
}

// Thousands are told apart by commas, in both languages; a minus is no hyphen.
function grouped(value: string | number | undefined) {
  const [whole = '', ...rest] = String(value ?? '').replace('-', '−').split('.')
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...rest].join('.')
}
