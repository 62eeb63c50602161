import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Ways lead from the portfolio to what groups of accounts contribute. */
export default function Ways() {
  const { t } = useTranslation()
  return <Link to="/portfolio/contribution">{t('worth.way')}</Link>
}
