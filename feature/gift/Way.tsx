import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from visits to the register of gifts. */
export default function Way() {
  const { t } = useTranslation()
  return <Link to="/visits/gifts">{t('gift.gifts')}</Link>
}
