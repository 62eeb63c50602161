import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from money to the calendar of promotions. */
export default function Way() {
  const { t } = useTranslation()
  return <Link to={'/money/promotions' as never}>{t('promotion.promotions')}</Link>
}
