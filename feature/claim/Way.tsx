import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from the accounts to the question whether a company is taken. */
export default function Way() {
  const { t } = useTranslation()
  return <Link to="/accounts/claims">{t('claim.way')}</Link>
}
