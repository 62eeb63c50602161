import { Button, Form, Input, InputNumber, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { type Done, forms, type Noted, type Sheet, useRecord, useUndo } from './server'

/** RecordForm notes what was done for a relationship, in which of the five forms, what it took and whom it reached. */
export function RecordForm({ sheet, now, onDone }: { sheet: Sheet; now?: Done; onDone: () => void }) {
  const { t } = useTranslation()
  const record = useRecord(sheet.account, now)
  const start = now ? { ...now, spend: now.spend / 100 } : { on: sheet.today, spend: 0, people: [] }
  const send = ({ form, on, title, spend, reached, people, remark }: Noted) => record.mutate({ form, on, title, spend: Math.round((spend ?? 0) * 100), reached: reached ?? 0, people, remark }, { onSuccess: onDone })
  return (
    <Modal open title={t(now ? 'maintenance.edit' : 'maintenance.add')} onCancel={onDone} footer={null} width={480}>
      <Form<Noted> layout="vertical" requiredMark={false} initialValues={start} onFinish={send}>
        <Form.Item name="form" label={t('maintenance.form')} rules={[{ required: true, message: t('maintenance.bad_form') }]}>
          <Select options={forms.map((value) => ({ value, label: `${t(`maintenance.form_${value}`)} · ${t(`maintenance.form_${value}_says`)}` }))} />
        </Form.Item>
        <Form.Item name="title" label={t('maintenance.what')} rules={[{ required: true, min: 2, message: t('maintenance.no_title', { min: 2, max: 120 }) }]}><Input maxLength={120} /></Form.Item>
        <Form.Item name="on" label={t('maintenance.on')}><OnDay label={t('maintenance.on')} /></Form.Item>
        <div className="maintenance-pair">
          <Form.Item name="spend" label={t('maintenance.spend_yuan')}><InputNumber min={0} max={1e11} style={{ width: '100%' }} /></Form.Item>
          <Form.Item name="reached" label={t('maintenance.reached')}><InputNumber min={0} max={10000} precision={0} style={{ width: '100%' }} /></Form.Item>
        </div>
        <Form.Item name="people" label={t('maintenance.people')}><Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={sheet.people.map((p) => ({ value: p.id, label: [p.name, p.title].filter(Boolean).join(' · ') }))} /></Form.Item>
        <Form.Item name="remark" label={t('maintenance.remark')}><Input.TextArea rows={2} maxLength={500} /></Form.Item>
        <Fault error={record.error} />
        <span className="maintenance-buttons">
          <Button htmlType="submit" type="primary" loading={record.isPending}>{t('maintenance.save')}</Button>
          {now && <Undo now={now} onDone={onDone} />}
        </span>
      </Form>
    </Modal>
  )
}

function Undo({ now, onDone }: { now: Done; onDone: () => void }) {
  const { t } = useTranslation()
  const undo = useUndo(now)
  return <><Button type="text" danger loading={undo.isPending} onClick={() => undo.mutate(undefined, { onSuccess: onDone })}>{t('maintenance.delete')}</Button><Fault error={undo.error} /></>
}

function OnDay({ label, value, onChange }: { label: string; value?: string; onChange?: (day: string) => void }) {
  return <Day label={label} value={value ?? ''} onChange={(day) => onChange?.(day)} />
}
