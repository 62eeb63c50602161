import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Claim, useOpen } from './server'

/** OpenForm makes an account of a registration that counts. */
export function OpenForm({ claim, onDone }: { claim: Claim; onDone: () => void }) {
  const { t } = useTranslation()
  const [code, say] = useState('')
  const open = useOpen(claim)
  return (
    <Modal open title={t('claim.open_title', { name: claim.name })} onCancel={onDone} okText={t('claim.open')} cancelText={t('claim.cancel')}
      okButtonProps={{ disabled: !code.trim() }} confirmLoading={open.isPending} onOk={() => open.mutate(code, { onSuccess: onDone })}>
      <Input aria-label={t('claim.account_code')} placeholder={t('claim.account_code')} value={code} maxLength={60} onChange={(e) => say(e.target.value)} />
      <Fault error={open.error} />
    </Modal>
  )
}
