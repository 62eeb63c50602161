import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Empty } from '../kit/Empty'

/** Nowhere stands where an address leads to nothing this user may see. */
export function Nowhere() {
  const { t } = useTranslation()
  return <Empty action={<Link to="/">{t('ui.home')}</Link>}><h1>{t('ui.nowhere')}</h1></Empty>
}
