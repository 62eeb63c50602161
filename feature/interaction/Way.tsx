import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from visits to the questions that wait. */
export default function Way() {
  const { t } = useTranslation()
  return <Link to="/visits/unanswered">{t('interaction.unanswered')}</Link>
}
