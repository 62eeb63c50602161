import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from the portfolio to how accounts are looked after. */
export default function Way() {
  const { t } = useTranslation()
  return <Link to="/portfolio/maintenance">{t('maintenance.title')}</Link>
}
