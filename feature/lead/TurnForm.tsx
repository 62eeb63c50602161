import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shift, today } from '../../ui/day'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { type Row, type Turning, useTurn } from './server'

/** TurnForm takes a lead on: when somebody is in touch again, or why it is put aside. */
export function TurnForm({ lead, to, onDone }: { lead: Row; to: Turning['to']; onDone: () => void }) {
  const { t } = useTranslation()
  const turn = useTurn(lead)
  const [on, setOn] = useState(shift(today(), to === 'nurture' ? 90 : 7))
  const aside = to === 'nurture' || to === 'dropped'
  const send = ({ reason }: { reason?: string }): Turning => ({ to, reason: reason ?? '', wake: to === 'nurture' ? on : undefined, next: to === 'contacted' || to === 'qualified' ? on : undefined })
  return (
    <Modal open title={t(`lead.to_${to}`)} onCancel={onDone} footer={null} width={440}>
      <Form layout="vertical" requiredMark={false} onFinish={(v: { reason?: string }) => turn.mutate(send(v), { onSuccess: onDone })}>
        {to === 'deal' && <p>{t('lead.into_new')} · {lead.name}</p>}
        {aside && <Form.Item name="reason" label={t('lead.reason')} rules={[{ required: true, min: 2, message: t('lead.no_reason') }]}><Input.TextArea rows={2} maxLength={500} /></Form.Item>}
        {to !== 'deal' && to !== 'dropped' && <Form.Item><Day label={t(to === 'nurture' ? 'lead.wake' : 'lead.next')} value={on} onChange={setOn} first={today()} /></Form.Item>}
        <Fault error={turn.error} />
        <Button type="primary" htmlType="submit" loading={turn.isPending}>{t(`lead.to_${to}`)}</Button>
      </Form>
    </Modal>
  )
}
