import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Day } from '../../ui/kit/Day'
import type { Timed } from './visits'
import { clock, half } from './week'

const first = 7 * 60, last = 21 * 60
const lengths = [30, 60, 90, 120, 180, 240, 360, 480]

interface Props {
  value: Timed
  today: string
  onChange: (to: Timed) => void
}

/** TimeFields choose a day and, once it is agreed, a time of it: what dragging does, for the keyboard. */
export function TimeFields({ value, today, onChange }: Props) {
  const { t } = useTranslation()
  const { day, start, length } = value
  const starts = Array.from({ length: (last - first) / half + 1 }, (_, i) => first + i * half)
  const all = start === null || starts.includes(start) ? starts : [...starts, start].sort((a, b) => a - b)
  const long = lengths.includes(length) ? lengths : [...lengths, length].sort((a, b) => a - b)
  return (
    <div className="visit-time">
      <Day label={t('visit.day')} value={day} first={today} onChange={(day) => onChange({ ...value, day })} />
      <Select aria-label={t('visit.start')} value={start ?? -1} showSearch={{ optionFilterProp: 'label' }} prefix={<span className="third">{t('visit.start')}</span>}
        options={[{ value: -1, label: t('visit.untimed') }, ...all.map((m) => ({ value: m, label: clock(m) }))]}
        onChange={(m) => onChange({ ...value, start: m < 0 ? null : m })} />
      <Select aria-label={t('visit.length')} value={length} prefix={<span className="third">{t('visit.length')}</span>}
        options={long.map((m) => ({ value: m, label: t('visit.n_minutes', { n: m }) }))} onChange={(length) => onChange({ ...value, length })} />
    </div>
  )
}
