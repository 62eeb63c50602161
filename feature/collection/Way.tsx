import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from money to what is expected, and to who is asked. */
export default function Way() {
  const { t } = useTranslation()
  return <><Link to={'/money/expected' as never}>{t('collection.calendar')}</Link><Link to={'/money/collection' as never}>{t('collection.collection')}</Link></>
}
