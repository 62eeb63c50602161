import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from plans to the goals of accounts. */
export default function Way() {
  const { t } = useTranslation()
  return <Link to="/plans/goals">{t('goal.goals')}</Link>
}
