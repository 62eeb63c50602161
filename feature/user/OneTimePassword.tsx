import { CheckOutlined, CopyOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Issued } from './wire'

/** OneTimePassword shows a password the only time it can be seen; it closes by its button alone. */
export function OneTimePassword({ issued: { user, password }, onClose }: { issued: Issued; onClose: () => void }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(password)
    setCopied(true)
  }
  return (
    <Modal open closable={false} keyboard={false} mask={{ closable: false }} title={t('user.once')} footer={<Button type="primary" onClick={onClose}>{t('user.seen')}</Button>}>
      <div className="once">
        <code>{password}</code>
        <Button size="small" icon={copied ? <CheckOutlined /> : <CopyOutlined />} onClick={() => void copy()}>{copied ? t('user.copied') : t('user.copy')}</Button>
        <p className="second">{t('user.once_note', { name: user.name })}</p>
      </div>
    </Modal>
  )
}
