import { useTranslation } from 'react-i18next'
import { Empty } from '../kit/Empty'
import { useEntries } from './Menu'

/** Nowhere stands where an address leads to nothing this user may see. */
export function Nowhere() {
  const { t } = useTranslation()
  const [first] = useEntries()
  return <Empty action={first && <a href={first.path}>{t(first.title)}</a>}>{t('ui.nowhere')}</Empty>
}
