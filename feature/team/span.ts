// Days from and until, either of which may be open.
import { useTranslation } from 'react-i18next'
import { today } from '../../ui/day'

export interface Span {
  from?: string
  until?: string
}

/** phase says where today stands: both days are included. */
export function phase({ from, until }: Span, on = today()) {
  if (until && until < on) return 'past'
  return from && from > on ? 'soon' : 'now'
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
