import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from the portfolio to what accounts will bring. */
export default function Way() {
  const { t } = useTranslation()
  return <Link to="/portfolio/lifetime">{t('lifetime.title')}</Link>
}
