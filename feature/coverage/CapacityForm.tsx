import { Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Person, useCapacity } from './server'

/** CapacityForm says how many hours somebody has for accounts in a year, and why. */
export function CapacityForm({ person, onDone }: { person: Person; onDone: () => void }) {
  const { t } = useTranslation()
  const [hours, setHours] = useState<number | null>(Number(person.capacity))
  const [reason, setReason] = useState('')
  const save = useCapacity(person)
  return (
    <Modal open title={`${t('coverage.set_capacity')} · ${person.name}`} onCancel={onDone} okText={t('coverage.save')} confirmLoading={save.isPending}
      okButtonProps={{ disabled: hours === null || reason.trim().length < 2 }} onOk={() => save.mutate({ hours: String(hours), reason }, { onSuccess: onDone })}>
      <div className="coverage-form">
        <InputNumber aria-label={t('coverage.capacity')} prefix={<span className="third">{t('coverage.capacity')}</span>} value={hours} min={0} max={8760} onChange={setHours} />
        <Input.TextArea aria-label={t('coverage.reason')} placeholder={t('coverage.reason')} value={reason} maxLength={300} rows={2} onChange={(e) => setReason(e.target.value)} />
        <Fault error={save.error} />
      </div>
    </Modal>
  )
}
