import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from deals to prices. */
export default function Way() {
  const { t } = useTranslation()
  return <Link to="/prices">{t('pricing.prices')}</Link>
}
