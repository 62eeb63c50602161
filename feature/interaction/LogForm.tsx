import { Checkbox, DatePicker, Input, Modal, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { usePeople } from '../../ui/people'
import { type Channel, channels, type Logged, type Row, useSave } from './server'

interface Props {
  account: string
  contacts: Logged['contacts']
  /** the one that is changed */
  old?: Row
  /** the question that this answers */
  answers?: Row
  onDone: () => void
}

/** LogForm writes down that somebody was in touch with a customer. */
export function LogForm({ account, contacts, old, answers, onDone }: Props) {
  const { t } = useTranslation()
  const { options } = usePeople()
  const [channel, setChannel] = useState<Channel>(old?.channel ?? answers?.channel ?? 'phone')
  const [direction, setDirection] = useState<'out' | 'in'>(old?.direction ?? 'out')
  const [time, setTime] = useState<Dayjs>(momentOf(old))
  const [subject, setSubject] = useState(old?.subject ?? '')
  const [people, setPeople] = useState<string[]>((old ?? answers)?.people.map((p) => p.id) ?? [])
  const [users, setUsers] = useState<string[]>(old?.users.map((p) => p.id) ?? [])
  const [asks, setAsks] = useState(old?.waits ?? false)
  const save = useSave(account, old)
  const send = () =>
    save.mutate({ channel, direction, subject, people, users, at: time.valueOf() * 1000, asks: direction === 'in' && asks, ...(answers ? { answers: answers.id } : {}) }, { onSuccess: onDone })
  return (
    <Modal open title={t(answers ? 'interaction.answer' : old ? 'interaction.change' : 'interaction.log')} onCancel={onDone} okText={t('interaction.save')} cancelText={t('interaction.cancel')} confirmLoading={save.isPending} onOk={send}>
      <div className="interaction-form">
        {answers && <p className="third">{t('interaction.answer_to', { subject: answers.subject })}</p>}
        <div className="interaction-pair">
          <Select<Channel> aria-label={t('interaction.channel')} value={channel} onChange={setChannel} options={channels.map((value) => ({ value, label: t(`interaction.channel_${value}`) }))} />
          <Select<'out' | 'in'> aria-label={t('interaction.direction')} value={direction} disabled={!!answers} onChange={setDirection} options={(['out', 'in'] as const).map((value) => ({ value, label: t(`interaction.direction_${value}`) }))} />
        </div>
        <DatePicker aria-label={t('interaction.day')} showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" allowClear={false} value={time} maxDate={dayjs()} onChange={(day) => day && setTime(day)} />
        <Input.TextArea rows={2} maxLength={300} aria-label={t('interaction.subject')} placeholder={t('interaction.subject_hint')} value={subject} onChange={(e) => setSubject(e.target.value)} />
        <Select mode="multiple" aria-label={t('interaction.theirs')} placeholder={t('interaction.theirs')} value={people} onChange={setPeople} showSearch={{ optionFilterProp: 'label' }} options={contacts.map((p) => ({ value: p.id, label: p.name }))} />
        <Select mode="multiple" aria-label={t('interaction.ours')} placeholder={t('interaction.ours_hint')} value={users} onChange={setUsers} showSearch={{ optionFilterProp: 'label' }} options={options} />
        {direction === 'in' && !old?.answered && <Checkbox checked={asks} onChange={(e) => setAsks(e.target.checked)}>{t('interaction.asks')}</Checkbox>}
        <Fault error={save.error} />
      </div>
    </Modal>
  )
}

// momentOf is when a contact was: now for a new one, noon where only the day is known.
function momentOf(old?: Row) {
  if (!old) return dayjs()
  return old.at ? dayjs(old.at / 1000) : dayjs(`${old.on}T12:00`)
}
