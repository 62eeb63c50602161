import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from cards to points. */
export default function Way() {
  const { t } = useTranslation()
  return <Link to="/cards/points">{t('point.points')}</Link>
}
