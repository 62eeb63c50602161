import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Secret } from './Secret'
import type { Issued } from './wire'

/** OneTimePassword shows a password the only time it can be seen; it closes by its button alone. */
export function OneTimePassword({ issued: { user, password }, onClose }: { issued: Issued; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal open closable={false} keyboard={false} mask={{ closable: false }} title={t('user.once')} footer={<Button type="primary" onClick={onClose}>{t('user.seen')}</Button>}>
      <Secret word={password ?? ''} note={t('user.once_note', { name: user.name })} />
    </Modal>
  )
}
