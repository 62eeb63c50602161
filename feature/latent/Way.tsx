import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from the portfolio to what accounts would probably buy. */
export default function Way() {
  const { t } = useTranslation()
  return <Link to="/portfolio/latent" title={t('latent.way_says')}>{t('latent.latent')}</Link>
}
