import { Button, Form, Input, InputNumber, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { type Line, type Said, type Sheet, useSay, useUnsay } from './server'

/** PositionForm says how much an account buys of a line, who there has to do with it, and from what that is known. */
export function PositionForm({ sheet, line, onDone }: { sheet: Sheet; line?: Line; onDone: () => void }) {
  const { t } = useTranslation()
  const say = useSay(sheet.account, line?.version ?? 0)
  const choices = [...sheet.others, ...sheet.lines.filter((l) => l.version === 0).map((l) => l.line)].map((value) => ({ value, label: value }))
  const start = line ? { line: line.line, demand: line.demand === undefined ? undefined : line.demand / 100, people: line.people, evidence: line.evidence } : { people: [] }
  const send = ({ demand, expires, ...said }: Said) => say.mutate({ ...said, demand: demand == null ? undefined : Math.round(demand * 100), expires: expires || undefined }, { onSuccess: onDone })
  return (
    <Modal open title={line ? line.line : t('loyalty.add')} onCancel={onDone} footer={null} width={480}>
      <Form<Said> layout="vertical" requiredMark={false} initialValues={start} onFinish={send}>
        <Form.Item name="line" label={t('loyalty.line')} hidden={!!line} rules={[{ required: true, message: t('loyalty.no_line') }]}><Select showSearch options={choices} /></Form.Item>
        <Form.Item name="demand" label={t('loyalty.demand')} extra={t('loyalty.demand_hint')}><InputNumber min={1} max={1e13} style={{ width: '100%' }} /></Form.Item>
        <Form.Item name="people" label={t('loyalty.people')} extra={t('loyalty.people_hint')}><Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={sheet.people.map((p) => ({ value: p.id, label: [p.name, p.title].filter(Boolean).join(' · ') }))} /></Form.Item>
        <Form.Item name="evidence" label={t('loyalty.evidence')} rules={[{ required: true, min: 5, message: t('loyalty.short_evidence', { min: 5, max: 500 }) }]}><Input.TextArea rows={2} maxLength={500} placeholder={t('loyalty.evidence_hint')} /></Form.Item>
        <Form.Item name="expires" label={t('loyalty.expires')}><Until label={t('loyalty.expires')} /></Form.Item>
        <Fault error={say.error} />
        <span className="loyalty-buttons">
          <Button htmlType="submit" type="primary" loading={say.isPending}>{t('loyalty.save')}</Button>
          {line && line.version > 0 && <Unsay account={sheet.account} line={line} onDone={onDone} />}
        </span>
      </Form>
    </Modal>
  )
}

function Unsay({ account, line, onDone }: { account: string; line: Line; onDone: () => void }) {
  const { t } = useTranslation()
  const unsay = useUnsay(account, line)
  return <><Button type="text" danger loading={unsay.isPending} onClick={() => unsay.mutate(undefined, { onSuccess: onDone })}>{t('loyalty.unsay')}</Button><Fault error={unsay.error} /></>
}

function Until({ label, value, onChange }: { label: string; value?: string; onChange?: (day: string) => void }) {
  return <Day label={label} value={value ?? ''} onChange={(day) => onChange?.(day)} />
}
