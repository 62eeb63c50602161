import { WarningOutlined } from '@ant-design/icons'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { Me } from '../me'

/** Warning stands above every screen while the connection lies open to others. */
export function Warning() {
  const { t } = useTranslation()
  const { insecure } = useContext(Me)
  return insecure ? <p className="warning" role="note"><WarningOutlined /> {t('ui.insecure')}</p> : null
}
