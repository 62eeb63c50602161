import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useTranslation } from 'react-i18next'

interface Props {
  label: string
  /** as 2026-06-30; empty while it is not chosen */
  value: string
  onChange: (day: string) => void
  /** the first and the last day that may be chosen */
  first?: string
  last?: string
}

/** Day chooses a date; dates leave as 2026-06-30. */
export function Day({ label, value, onChange, first, last }: Props) {
  const { i18n } = useTranslation()
  dayjs.locale(i18n.language === 'en' ? 'en' : 'zh-cn')
  return (
    <DatePicker aria-label={label} prefix={<span className="third">{label}</span>} allowClear={false} minDate={first ? dayjs(first) : undefined} maxDate={last ? dayjs(last) : undefined}
      value={value ? dayjs(value) : null} onChange={(day) => day && onChange(day.format('YYYY-MM-DD'))} className="day" />
  )
}
