import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from money to the calendar of days off. */
export default function Way() {
  const { t } = useTranslation()
  return <Link to={'/money/days' as never}>{t('terms.calendar')}</Link>
}
