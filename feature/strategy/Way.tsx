import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from deals to how strategies did. */
export default function Way() {
  const { t } = useTranslation()
  return <Link to="/opportunities/strategies">{t('strategy.records')}</Link>
}
