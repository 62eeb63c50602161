import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** ResourceWay leads from the plans to how budgets are laid out. */
export default function ResourceWay() {
  const { t } = useTranslation()
  return <Link to={'/plans/resources' as never}>{t('coverage.resources_way')}</Link>
}
