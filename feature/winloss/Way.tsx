import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from deals to where they are won and lost. */
export default function Way() {
  const { t } = useTranslation()
  return <Link to="/opportunities/review">{t('winloss.title')}</Link>
}
