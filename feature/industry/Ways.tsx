import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Ways lead from the portfolio to its industries, and to those with whom to begin. */
export default function Ways() {
  const { t } = useTranslation()
  return (
    <>
      <Link to="/portfolio/industries">{t('industry.way')}</Link>
      <Link to="/portfolio/targets">{t('industry.targets')}</Link>
    </>
  )
}
