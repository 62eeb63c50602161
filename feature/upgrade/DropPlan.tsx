import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Plan, useDrop } from './server'

/** DropPlan gives a plan up, with a reason. */
export function DropPlan({ plan, onDone }: { plan: Plan; onDone: () => void }) {
  const { t } = useTranslation()
  const [reason, say] = useState('')
  const drop = useDrop(plan)
  return (
    <Modal open title={t('upgrade.drop_title')} onCancel={onDone} okText={t('upgrade.drop')} okButtonProps={{ disabled: reason.trim().length < 2 }} confirmLoading={drop.isPending} onOk={() => drop.mutate(reason, { onSuccess: onDone })}>
      <Input.TextArea aria-label={t('upgrade.drop_reason')} placeholder={t('upgrade.drop_reason')} value={reason} maxLength={300} rows={2} onChange={(e) => say(e.target.value)} />
      <Fault error={drop.error} />
    </Modal>
  )
}
