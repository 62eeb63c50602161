import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** CoverageWay leads from the plans to who covers what. */
export default function CoverageWay() {
  const { t } = useTranslation()
  return <Link to={'/plans/coverage' as never}>{t('coverage.way')}</Link>
}
