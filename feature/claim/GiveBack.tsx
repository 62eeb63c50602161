import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Claim, useReturn } from './server'

/** GiveBack ends a registration that its owner no longer wants. */
export function GiveBack({ claim, onDone }: { claim: Claim; onDone: () => void }) {
  const { t } = useTranslation()
  const [reason, say] = useState('')
  const back = useReturn(claim)
  return (
    <Modal open title={t('claim.give_back_title', { name: claim.name })} onCancel={onDone} okText={t('claim.give_back')} cancelText={t('claim.cancel')}
      okButtonProps={{ disabled: reason.trim().length < 2 }} confirmLoading={back.isPending} onOk={() => back.mutate(reason, { onSuccess: onDone })}>
      <Input.TextArea aria-label={t('claim.give_back_reason')} placeholder={t('claim.give_back_reason')} value={reason} maxLength={500} rows={2} onChange={(e) => say(e.target.value)} />
      <Fault error={back.error} />
    </Modal>
  )
}
