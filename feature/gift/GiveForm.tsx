import { Alert, Checkbox, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { today } from '../../ui/day'
import { useFigures } from '../../ui/figures'
import { Day } from '../../ui/kit/Day'
import { type Occasion, occasions, type Register, useGive } from './server'

/** GiveForm writes a gift down; above a limit it says why and asks somebody to agree. */
export function GiveForm({ account, register, onDone }: { account: string; register: Register; onDone: () => void }) {
  const { t } = useTranslation()
  const { exact } = useFigures(register.currency)
  const [contact, setContact] = useState<string>()
  const [item, setItem] = useState('')
  const [yuan, setYuan] = useState<number | null>(null)
  const [on, setOn] = useState(today())
  const [occasion, setOccasion] = useState<Occasion>('festival')
  const [personal, setPersonal] = useState(false)
  const [reason, setReason] = useState('')
  const give = useGive(account)
  const value = Math.round((yuan ?? 0) * 100)
  const got = register.people.find((p) => p.id === contact)?.got ?? 0
  const above = value > register.limit || value + got > register.yearly
  return (
    <Modal open title={t('gift.give')} onCancel={onDone} okText={t(above ? 'gift.ask' : 'gift.save')} cancelText={t('gift.cancel')} confirmLoading={give.isPending} okButtonProps={{ disabled: !contact || yuan === null }}
      onOk={() => give.mutate({ contact, item, value, on, occasion, personal, reason }, { onSuccess: onDone })}>
      <div className="gift-form">
        <Select aria-label={t('gift.whom')} placeholder={t('gift.whom')} value={contact} onChange={setContact} showSearch={{ optionFilterProp: 'label' }}
          options={register.people.map((p) => ({ value: p.id, label: p.got > 0 ? `${p.name} · ${t('gift.got', { sum: exact(p.got) })}` : p.name }))} />
        <Input aria-label={t('gift.item')} placeholder={t('gift.item')} value={item} maxLength={120} onChange={(e) => setItem(e.target.value)} />
        <InputNumber aria-label={t('gift.value')} placeholder={t('gift.value')} value={yuan} onChange={setYuan} min={0} max={1_000_000} precision={2} suffix={register.currency} className="gift-full" />
        <Day label={t('gift.on')} value={on} onChange={setOn} />
        <Select<Occasion> aria-label={t('gift.occasion')} value={occasion} onChange={setOccasion} options={occasions.map((value) => ({ value, label: t(`gift.occasion_${value}`) }))} />
        <Checkbox checked={personal} onChange={(e) => setPersonal(e.target.checked)}>{t('gift.personal')}</Checkbox>
        {above && <>
          <Alert type="warning" showIcon title={t('gift.above', { limit: exact(register.limit), yearly: exact(register.yearly) })} />
          <Input.TextArea rows={2} maxLength={500} aria-label={t('gift.reason')} placeholder={t('gift.reason')} value={reason} onChange={(e) => setReason(e.target.value)} />
        </>}
        <Fault error={give.error} />
      </div>
    </Modal>
  )
}
