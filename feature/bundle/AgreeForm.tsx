import { Button, Checkbox, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shift, today } from '../../ui/day'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { type Field, fields, type Partner, useAgree } from './server'

interface Filled {
  partner: string
  purpose: string
  basis: string
  fields: Field[]
}

/** AgreeForm asks the privacy officer to let a partner be told of customers. */
export function AgreeForm({ partners, onDone }: { partners: Partner[]; onDone: () => void }) {
  const { t } = useTranslation()
  const [from, setFrom] = useState(today())
  const [until, setUntil] = useState(shift(today(), 365))
  const agree = useAgree()
  return (
    <Modal open title={t('bundle.agree')} onCancel={onDone} footer={null} width={520}>
      <Form<Filled> layout="vertical" requiredMark={false} initialValues={{ fields: ['name', 'city', 'industry'] }} onFinish={(v) => agree.mutate({ ...v, from, until }, { onSuccess: onDone })}>
        <Form.Item name="partner" label={t('bundle.partner')} rules={[{ required: true, message: t('bundle.say_partner') }]}><Select options={partners.map((p) => ({ value: p.id, label: p.name }))} /></Form.Item>
        <Form.Item name="purpose" label={t('bundle.purpose')} rules={[{ required: true, min: 5, message: t('bundle.no_purpose') }]}><Input.TextArea rows={2} maxLength={500} placeholder={t('bundle.purpose_hint')} /></Form.Item>
        <Form.Item name="fields" label={t('bundle.told')} extra={t('bundle.told_says')}><Checkbox.Group options={fields.map((value) => ({ value, label: t(`bundle.field_${value}`) }))} /></Form.Item>
        <Form.Item name="basis" label={t('bundle.basis')} rules={[{ required: true, min: 2, message: t('bundle.no_basis') }]}><Input maxLength={200} placeholder={t('bundle.basis_hint')} /></Form.Item>
        <div className="bundle-days"><Day label={t('bundle.from')} value={from} onChange={setFrom} /><Day label={t('bundle.until')} value={until} onChange={setUntil} first={from} /></div>
        <Fault error={agree.error} />
        <Button type="primary" htmlType="submit" loading={agree.isPending}>{t('bundle.ask')}</Button>
      </Form>
    </Modal>
  )
}
