import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from deals to who competes for them. */
export default function Way() {
  const { t } = useTranslation()
  return <Link to="/competitors">{t('competitor.title')}</Link>
}
