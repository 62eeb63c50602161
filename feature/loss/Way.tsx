import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from the portfolio to the accounts on which we lose. */
export default function Way() {
  const { t } = useTranslation()
  return <Link to="/portfolio/losses">{t('loss.title')}</Link>
}
