import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from plans to the targets of people and product lines. */
export default function Way() {
  const { t } = useTranslation()
  return <Link to="/plans/targets">{t('target.targets')}</Link>
}
