// Days from and until, either of which may be open.
import { useTranslation } from 'react-i18next'

export interface Span {
  from?: string
  until?: string
}

/** phase says where today stands: both days are included. */
export function phase({ from, until }: Span, today = day(new Date())) {
  if (until && until < today) return 'past'
  return from && from > today ? 'soon' : 'now'
}

/** day writes a day as the server does, where the user is. */
export function day(at: Date) {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** useSpan writes days in words where one of them is open. */
export function useSpan() {
  const { t } = useTranslation()
  return ({ from, until }: Span) => {
    if (from && until) return `${from} – ${until}`
    if (from) return t('team.since', { from })
    return until ? t('team.until', { until }) : t('team.always')
  }
}
