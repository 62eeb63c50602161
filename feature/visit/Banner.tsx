import { CloudOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'

/** Banner says that there is no network, and that nothing is lost. */
export function Banner({ saved }: { saved?: number }) {
  const { t } = useTranslation()
  const at = saved && new Date(saved).toTimeString().slice(0, 5)
  return (
    <p className="visit-banner" role="status">
      <CloudOutlined />
      <span>{at ? <><b>{t('visit.offline_draft')}</b> {t('visit.offline_saved', { at })}</> : t('visit.offline')}</span>
    </p>
  )
}
