import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from money to the register of fees. */
export default function Way() {
  const { t } = useTranslation()
  return <Link to={'/money/fees' as never}>{t('fee.fees')}</Link>
}
