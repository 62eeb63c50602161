import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from money to the reviews of credit and the check of orders. */
export default function Way() {
  const { t } = useTranslation()
  return <Link to={'/money/credit' as never}>{t('credit.reviews')}</Link>
}
