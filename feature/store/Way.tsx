import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from the visits to the shops. */
export default function Way() {
  const { t } = useTranslation()
  return <Link to="/visits/stores">{t('store.ranking')}</Link>
}
