import { Button, Checkbox, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shift, today } from '../../ui/day'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { useTouch, useWant, type Wish } from './server'

const channels = ['phone', 'visit', 'mail', 'sms', 'chat', 'social', 'event'] as const

/** WishForm is a company that we want: why, and how to get in. */
export function WishForm({ old, onDone }: { old?: Wish; onDone: () => void }) {
  const { t } = useTranslation()
  const want = useWant(old)
  const [review, setReview] = useState(old?.review ?? shift(today(), 90))
  return (
    <Modal open title={t(old ? 'lead.edit' : 'lead.want')} onCancel={onDone} footer={null} width={480}>
      <Form layout="vertical" requiredMark={false} initialValues={{ name: old?.name, why: old?.why, idea: old?.idea ?? '', ended: !!old?.ended }}
        onFinish={(v: { name: string; why: string; idea?: string; ended?: boolean }) => want.mutate({ name: v.name, why: v.why, idea: v.idea ?? '', ended: !!v.ended, review }, { onSuccess: onDone })}>
        <Form.Item name="name" label={t('lead.company')} rules={[{ required: true, message: t('lead.bad_name', { max: 120 }) }]}><Input maxLength={120} /></Form.Item>
        <Form.Item name="why" label={t('lead.why')} rules={[{ required: true, min: 2, message: t('lead.no_why') }]}><Input.TextArea rows={2} maxLength={500} /></Form.Item>
        <Form.Item name="idea" label={t('lead.idea')}><Input.TextArea rows={2} maxLength={500} /></Form.Item>
        <Form.Item><Day label={t('lead.review')} value={review} onChange={setReview} first={today()} /></Form.Item>
        {old && <Form.Item name="ended" valuePropName="checked"><Checkbox>{t('lead.end')}</Checkbox></Form.Item>}
        <Fault error={want.error} />
        <Button type="primary" htmlType="submit" loading={want.isPending}>{t('lead.save')}</Button>
      </Form>
    </Modal>
  )
}

/** TouchForm is the first contact, with which a company becomes a potential customer. */
export function TouchForm({ wish, onDone }: { wish: Wish; onDone: () => void }) {
  const { t } = useTranslation()
  const touch = useTouch(wish)
  const [on, setOn] = useState(today())
  return (
    <Modal open title={`${t('lead.touch')} · ${wish.name}`} onCancel={onDone} footer={null} width={440}>
      <Form layout="vertical" requiredMark={false} initialValues={{ channel: 'phone' }} onFinish={(v: { channel: (typeof channels)[number]; subject: string }) => touch.mutate({ ...v, on }, { onSuccess: onDone })}>
        <p className="third">{t('lead.touch_says')}</p>
        <Form.Item name="channel" label={t('lead.channel')}><Select options={channels.map((value) => ({ value, label: t(`interaction.channel_${value}`) }))} /></Form.Item>
        <Form.Item><Day label={t('lead.on')} value={on} onChange={setOn} last={today()} /></Form.Item>
        <Form.Item name="subject" label={t('lead.subject')} rules={[{ required: true, min: 2, message: t('lead.no_reason') }]}><Input.TextArea rows={2} maxLength={300} /></Form.Item>
        <Fault error={touch.error} />
        <Button type="primary" htmlType="submit" loading={touch.isPending}>{t('lead.save')}</Button>
      </Form>
    </Modal>
  )
}
