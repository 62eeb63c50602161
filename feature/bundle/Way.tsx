import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from deals to packages. */
export default function Way() {
  const { t } = useTranslation()
  return <Link to="/bundles">{t('bundle.bundles')}</Link>
}
