import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from the accounts to those that belong to nobody. */
export default function Way() {
  const { t } = useTranslation()
  return <Link to="/accounts/pool">{t('pool.pool')}</Link>
}
