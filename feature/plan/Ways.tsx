import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Ways lead from the plan to what has to be done. */
export default function Ways() {
  const { t } = useTranslation()
  return <Link to={'/plans/actions' as never}>{t('plan.way_actions')}</Link>
}
