import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from the portfolio to the stages of all accounts. */
export default function Way() {
  const { t } = useTranslation()
  return <Link to="/portfolio/development">{t('development.way')}</Link>
}
