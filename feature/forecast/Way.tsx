import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from deals to what they will bring. */
export default function Way() {
  const { t } = useTranslation()
  return <Link to="/opportunities/forecast">{t('forecast.forecast')}</Link>
}
