import { Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Sheet, useMark } from './server'

/** MarkForm says that an account is covered otherwise than its tier says. */
export function MarkForm({ account, mark, onDone }: { account: string; mark: Sheet['mark']; onDone: () => void }) {
  const { t } = useTranslation()
  const [strategic, setStrategic] = useState(mark.strategic)
  const [exempt, setExempt] = useState(mark.exempt)
  const [reason, setReason] = useState(mark.reason)
  const save = useMark(account, mark.version)
  return (
    <Modal open title={t('coverage.mark')} onCancel={onDone} okText={t('coverage.save')} confirmLoading={save.isPending} okButtonProps={{ disabled: reason.trim().length < 2 }}
      onOk={() => save.mutate({ strategic, exempt, reason }, { onSuccess: onDone })}>
      <div className="coverage-form">
        <Checkbox checked={strategic} onChange={(e) => setStrategic(e.target.checked)}>{t('coverage.strategic')}</Checkbox>
        <Checkbox checked={exempt} onChange={(e) => setExempt(e.target.checked)}>{t('coverage.exempt')}</Checkbox>
        <Input.TextArea aria-label={t('coverage.reason')} placeholder={t('coverage.reason')} value={reason} maxLength={300} rows={2} onChange={(e) => setReason(e.target.value)} />
        <Fault error={save.error} />
      </div>
    </Modal>
  )
}
