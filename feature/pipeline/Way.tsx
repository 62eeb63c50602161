import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Way leads from the list of deals to their board. */
export default function Way() {
  const { t } = useTranslation()
  return <Link to="/opportunities/board">{t('pipeline.board')}</Link>
}
