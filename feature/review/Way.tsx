import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from visits to the review of a month. */
export default function Way() {
  const { t } = useTranslation()
  return <Link to="/visits/review">{t('review.reviews')}</Link>
}
