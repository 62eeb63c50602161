import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from deals to what comes before them. */
export default function Way() {
  const { t } = useTranslation()
  return <Link to="/leads">{t('lead.leads')}</Link>
}
