import { Button, Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { type Found, type Row, signs, sources, useSave } from './server'

interface Filled extends Omit<Found, 'amount' | 'next'> {
  yuan?: number | null
}

/** LeadForm is what is known of a company that may become a customer. */
export function LeadForm({ old, onDone }: { old?: Row; onDone: () => void }) {
  const { t } = useTranslation()
  const save = useSave(old)
  const [next, setNext] = useState(old?.next ?? '')
  const given = (n?: number | null) => n ?? undefined
  const first: Partial<Filled> = old ? { ...old, signs: old.signs as Found['signs'], yuan: old.amount === null ? null : old.amount / 100, percent: given(old.percent), potential: given(old.potential), strength: given(old.strength), effort: given(old.effort) } : { signs: [] }
  const send = ({ yuan, ...v }: Filled): Found => ({
    name: v.name, city: v.city ?? '', industry: v.industry ?? '', need: v.need ?? '', speaks_to: v.speaks_to ?? '', source: v.source, source_detail: v.source_detail ?? '', signs: v.signs ?? [],
    amount: typeof yuan === 'number' ? Math.round(yuan * 100) : undefined, percent: given(v.percent), potential: given(v.potential), strength: given(v.strength), effort: given(v.effort), next: next || undefined,
  })
  return (
    <Modal open title={t(old ? 'lead.edit' : 'lead.add')} onCancel={onDone} footer={null} width={640}>
      <Form<Filled> layout="vertical" requiredMark={false} initialValues={first} onFinish={(v) => save.mutate(send(v), { onSuccess: onDone })} className="lead-form">
        <Form.Item name="name" label={t('lead.company')} rules={[{ required: true, message: t('lead.bad_name', { max: 120 }) }]} className="lead-wide"><Input maxLength={120} /></Form.Item>
        <Form.Item name="city" label={t('lead.city')}><Input maxLength={60} /></Form.Item>
        <Form.Item name="industry" label={t('lead.industry')}><Input maxLength={60} /></Form.Item>
        <Form.Item name="source" label={t('lead.source')} rules={[{ required: true, message: t('lead.bad_source') }]}><Select options={sources.map((s) => ({ value: s, label: t(`account.source_${s}`) }))} /></Form.Item>
        <Form.Item name="source_detail" label={t('lead.detail')}><Input maxLength={120} /></Form.Item>
        <Form.Item name="need" label={t('lead.need')} className="lead-wide"><Input.TextArea rows={2} maxLength={500} /></Form.Item>
        <Form.Item name="speaks_to" label={t('lead.speaks_to')} extra={t('lead.speaks_hint')}><Input maxLength={60} /></Form.Item>
        <Form.Item label={t('lead.next')}><Day label={t('lead.next')} value={next} onChange={setNext} /></Form.Item>
        <Form.Item name="signs" label={t('lead.signs')} className="lead-wide"><Checkbox.Group options={signs.map((value) => ({ value, label: t(`lead.sign_${value}`) }))} /></Form.Item>
        <Form.Item name="yuan" label={t('lead.amount')} extra={t('lead.amount_hint')}><InputNumber min={0} precision={2} /></Form.Item>
        <Form.Item name="percent" label={t('lead.percent')}><InputNumber min={0} max={100} precision={0} /></Form.Item>
        {(['potential', 'strength', 'effort'] as const).map((name) => <Form.Item key={name} name={name} label={t(`lead.${name}`)} extra={t('lead.index_hint')}><InputNumber min={0} max={100} precision={0} /></Form.Item>)}
        <div className="lead-wide"><Fault error={save.error} /><Button type="primary" htmlType="submit" loading={save.isPending}>{t('lead.save')}</Button></div>
      </Form>
    </Modal>
  )
}
