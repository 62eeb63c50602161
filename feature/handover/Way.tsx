import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from the accounts to those that change hands. */
export default function Way() {
  const { t } = useTranslation()
  return <Link to="/handovers">{t('handover.handovers')}</Link>
}
