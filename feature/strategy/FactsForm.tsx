import { Button, Form, Input, InputNumber, Modal, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { type Answer, type Card, type Known, useKnow } from './server'

interface Said extends Omit<Known, 'part_ratio'> {
  ratio?: number | null
}

/** FactsForm says what decides how a deal can be fought for; what nobody knows stays unknown. */
export function FactsForm({ card, onDone }: { card: Card; onDone: () => void }) {
  const { t } = useTranslation()
  const know = useKnow(card)
  const { incumbent, changeable, until, divisible, part, part_ratio, evidence } = card.facts
  const send = ({ ratio, until, ...said }: Said) => know.mutate({ ...said, until: until || undefined, part_ratio: ratio ? Math.round(ratio * 100) : undefined }, { onSuccess: onDone })
  const start: Partial<Said> = { incumbent, changeable, until, divisible, part, evidence, ratio: part_ratio == null ? undefined : part_ratio / 100 }
  return (
    <Modal open title={t('strategy.answers')} onCancel={onDone} footer={null} width={460}>
      <Form<Said> layout="vertical" requiredMark={false} initialValues={start} onFinish={send}>
        <Question name="incumbent" extra={t('strategy.incumbent_hint')} />
        <Question name="changeable" />
        <Only when="changeable"><Form.Item name="until" label={t('strategy.until')}><Until label={t('strategy.until')} /></Form.Item></Only>
        <Question name="divisible" />
        <Only when="divisible">
          <Form.Item name="part" label={t('strategy.part_name')} rules={[{ required: true, whitespace: true, message: t('strategy.no_part') }]}><Input maxLength={60} /></Form.Item>
          <Form.Item name="ratio" label={t('strategy.part_ratio')}><InputNumber min={0.01} max={10} step={0.1} style={{ width: '100%' }} /></Form.Item>
        </Only>
        <Form.Item name="evidence" label={t('strategy.evidence')} rules={[{ required: true, min: 5, message: t('strategy.short_evidence', { min: 5, max: 500 }) }]}><Input.TextArea rows={2} maxLength={500} placeholder={t('strategy.evidence_hint')} /></Form.Item>
        <Fault error={know.error} />
        <Button htmlType="submit" type="primary" loading={know.isPending}>{t('strategy.save')}</Button>
      </Form>
    </Modal>
  )
}

type Asked = 'incumbent' | 'changeable' | 'divisible'

function Question({ name, extra }: { name: Asked; extra?: string }) {
  const { t } = useTranslation()
  const options = [{ value: 'yes', label: t('strategy.yes') }, { value: 'no', label: t('strategy.no') }, { value: 'unknown', label: t('strategy.fact_unknown') }]
  return <Form.Item name={name} label={t(`strategy.${name}`)} extra={extra}><Radio.Group options={options} /></Form.Item>
}

/** Only shows what is asked where a question is answered with yes. */
function Only({ when, children }: { when: Asked; children: React.ReactNode }) {
  return Form.useWatch<Answer>(when) === 'yes' ? children : null
}

function Until({ label, value, onChange }: { label: string; value?: string; onChange?: (day: string) => void }) {
  return <Day label={label} value={value ?? ''} onChange={(day) => onChange?.(day)} />
}
