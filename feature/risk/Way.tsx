import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from the portfolio to the alerts. */
export default function Way() {
  const { t } = useTranslation()
  return <Link to="/portfolio/risks">{t('risk.way')}</Link>
}
