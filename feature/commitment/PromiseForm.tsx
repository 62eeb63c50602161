import { Input, Modal, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { shift } from '../../ui/day'
import { Day } from '../../ui/kit/Day'
import { usePeople } from '../../ui/people'
import { type Row, type Side, useContacts, useExtend, useSave } from './server'

/** PromiseForm says who promises what until when. */
export function PromiseForm({ account, today, old, onDone }: { account: string; today: string; old?: Row; onDone: () => void }) {
  const { t } = useTranslation()
  const { options } = usePeople()
  const { data: contacts = [] } = useContacts(account)
  const [by, setBy] = useState<Side>(old?.by ?? 'us')
  const [text, setText] = useState(old?.text ?? '')
  const [due, setDue] = useState(old?.due ?? shift(today, 7))
  const [contact, setContact] = useState(old?.contact)
  const [user, setUser] = useState(old?.user)
  const save = useSave(account, old)
  return (
    <Modal open title={t(old ? 'commitment.change' : 'commitment.new')} onCancel={onDone} okText={t('commitment.save')} cancelText={t('commitment.cancel')} confirmLoading={save.isPending}
      onOk={() => save.mutate({ by, text, due, contact, user }, { onSuccess: onDone })}>
      <div className="commitment-form">
        {!old && <Segmented<Side> value={by} onChange={setBy} aria-label={t('commitment.by')} options={(['us', 'customer'] as const).map((value) => ({ value, label: t(`commitment.by_${value}`) }))} />}
        <Input.TextArea autoFocus rows={2} maxLength={300} aria-label={t('commitment.text')} placeholder={t(by === 'us' ? 'commitment.hint_us' : 'commitment.hint_customer')} value={text} onChange={(e) => setText(e.target.value)} />
        {!old && <Day label={t('commitment.due')} value={due} onChange={setDue} first={today} />}
        <Select allowClear aria-label={t('commitment.whom')} placeholder={t('commitment.whom')} value={contact} onChange={setContact} showSearch={{ optionFilterProp: 'label' }} options={contacts.map((c) => ({ value: c.id, label: c.name }))} />
        <Select allowClear aria-label={t('commitment.ours')} placeholder={t('commitment.ours_hint')} value={user} onChange={setUser} showSearch={{ optionFilterProp: 'label' }} options={options} />
        <Fault error={save.error} />
      </div>
    </Modal>
  )
}

/** ExtendForm puts a promise off, with a reason that stays. */
export function ExtendForm({ row, onDone }: { row: Row; onDone: () => void }) {
  const { t } = useTranslation()
  const [due, setDue] = useState(shift(row.due, 7))
  const [reason, setReason] = useState('')
  const extend = useExtend(row)
  return (
    <Modal open title={t('commitment.extend')} onCancel={onDone} okText={t('commitment.extend')} cancelText={t('commitment.cancel')} confirmLoading={extend.isPending} onOk={() => extend.mutate({ due, reason }, { onSuccess: onDone })}>
      <div className="commitment-form">
        <p>{row.text}</p>
        <Day label={t('commitment.due')} value={due} onChange={setDue} first={shift(row.due, 1)} />
        <Input.TextArea rows={2} maxLength={300} aria-label={t('commitment.extend_why')} placeholder={t('commitment.extend_why')} value={reason} onChange={(e) => setReason(e.target.value)} />
        <Fault error={extend.error} />
      </div>
    </Modal>
  )
}
