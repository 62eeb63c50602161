import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from the portfolio to service against its cost. */
export default function Way() {
  const { t } = useTranslation()
  return <Link to="/portfolio/servicing">{t('servicing.title')}</Link>
}
