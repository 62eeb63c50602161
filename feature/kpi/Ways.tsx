import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Ways lead to the indicators. */
export default function Ways() {
  const { t } = useTranslation()
  return <Link to={'/portfolio/indicators' as never}>{t('kpi.way')}</Link>
}
