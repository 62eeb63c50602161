import { Button, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { usePeople } from '../../ui/people'
import { type Bid, useBid } from './server'

interface Props {
  deal: string
  bid: Bid
  currency: string
  onDone: () => void
}

/** BidForm says what bidding takes: money, and hours of people. */
export function BidForm({ deal, bid, currency, onDone }: Props) {
  const { t } = useTranslation()
  const { options } = usePeople()
  const save = useBid(deal, bid)
  const [spend, setSpend] = useState(bid.spend_minor == null ? null : bid.spend_minor / 100)
  const [people, setPeople] = useState<{ user?: string; hours: number | null }[]>(bid.people.map((p) => ({ user: p.user, hours: Number(p.hours) })))
  const put = (i: number, next: Partial<(typeof people)[number]>) => setPeople(people.map((p, n) => (n === i ? { ...p, ...next } : p)))
  const whole = people.every((p) => p.user && p.hours)
  const done = () => save.mutate({ spend_minor: spend === null ? null : Math.round(spend * 100), people: people.map((p) => ({ user: p.user!, hours: String(p.hours) })) }, { onSuccess: onDone })
  return (
    <Modal open title={t('assessment.bid')} onCancel={onDone} okText={t('assessment.bid_save')} okButtonProps={{ disabled: !whole }} confirmLoading={save.isPending} onOk={done}>
      <div className="criterion-form">
        <InputNumber aria-label={t('assessment.bid_spend')} placeholder={t('assessment.bid_spend')} value={spend} onChange={setSpend} min={0} max={10_000_000_000} precision={2} suffix={currency} className="bid-full" />
        <b>{t('assessment.bid_people')}</b>
        {people.map((p, i) => (
          <span key={i} className="bid-line">
            <Select aria-label={t('assessment.bid_user')} placeholder={t('assessment.bid_user')} value={p.user} onChange={(user) => put(i, { user })} options={options} showSearch={{ optionFilterProp: 'label' }} />
            <InputNumber aria-label={t('assessment.bid_hours')} placeholder={t('assessment.bid_hours')} value={p.hours} onChange={(hours) => put(i, { hours })} min={0.5} max={5000} suffix="h" />
            <Button type="text" onClick={() => setPeople(people.filter((_, n) => n !== i))}>{t('assessment.bid_drop')}</Button>
          </span>
        ))}
        <Button size="small" onClick={() => setPeople([...people, { hours: null }])}>{t('assessment.bid_add')}</Button>
        <Fault error={save.error} />
      </div>
    </Modal>
  )
}
