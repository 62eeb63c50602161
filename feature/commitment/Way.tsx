import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from visits to what was promised. */
export default function Way() {
  const { t } = useTranslation()
  return <Link to="/visits/promises">{t('commitment.promises')}</Link>
}
