import { Button, Form, Input, InputNumber, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { type Benefit, type Card, useUse } from './server'

/** UseCard notes what was used of a card: how many of what, when and for whom. */
export function UseCard({ account, card, today, onDone }: { account: string; card: Card; today: string; onDone: () => void }) {
  const { t } = useTranslation()
  const [benefit, choose] = useState<Benefit>('events')
  const [on, setOn] = useState(today)
  const use = useUse(account)
  const left = benefit === 'events' ? card.events - card.events_used : card.seats - card.seats_used
  return (
    <Modal open title={t('card.use')} onCancel={onDone} footer={null} width={440}>
      <Segmented<Benefit> block value={benefit} onChange={choose} aria-label={t('card.use_of')} options={(['events', 'seats'] as const).map((value) => ({ value, label: t(`card.${value}`) }))} />
      <Form layout="vertical" requiredMark={false} initialValues={{ number: 1 }} className="card-form"
        onFinish={({ number, note }: { number: number; note: string }) => use.mutate({ benefit, number, on, note }, { onSuccess: onDone })}>
        <Form.Item name="number" label={t('card.number')} extra={t('card.left_of', { left, all: benefit === 'events' ? card.events : card.seats })}><InputNumber min={1} precision={0} /></Form.Item>
        <Form.Item><Day label={t('card.on')} value={on} onChange={setOn} first={card.from} last={today} /></Form.Item>
        <Form.Item name="note" label={t('card.note')} rules={[{ required: true, min: 2, message: t('card.no_note') }]}><Input.TextArea rows={2} maxLength={200} placeholder={t('card.note_hint')} /></Form.Item>
        <Fault error={use.error} />
        <Button type="primary" htmlType="submit" loading={use.isPending}>{t('card.save')}</Button>
      </Form>
    </Modal>
  )
}
