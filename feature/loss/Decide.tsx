import { Button, Checkbox, Form, Input, Modal, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Decided, handlings, type Row, steps, useDecide } from './server'

/** Decide takes what a manager decides about an account on which we lose, and why. */
export function Decide({ row, onClose }: { row: Row; onClose: () => void }) {
  const { t } = useTranslation()
  const decide = useDecide(row.id)
  const [form] = Form.useForm<Decided>()
  const handling = Form.useWatch('handling', form) ?? row.handling
  const send = (said: Decided) => decide.mutate({ ...said, steps: said.handling === 'restrict' ? (said.steps ?? []) : [] }, { onSuccess: onClose })
  return (
    <Modal open title={t('loss.decide_of', { name: row.name })} onCancel={onClose} footer={null} width={480}>
      <Form form={form} layout="vertical" initialValues={{ handling: row.handling, steps: [] }} onFinish={send}>
        <p className="third">{t(row.why.rule)}</p>
        <Form.Item name="handling" label={t('loss.handling')}>
          <Radio.Group options={handlings.map((value) => ({ value, label: t(`loss.handling_${value}`) }))} />
        </Form.Item>
        {handling === 'restrict' && (
          <Form.Item name="steps" label={t('loss.steps')}>
            <Checkbox.Group options={steps.map((value) => ({ value, label: t(`loss.step_${value}`) }))} />
          </Form.Item>
        )}
        <Form.Item name="reason" label={t('loss.reason')} rules={[{ required: true, min: 5, message: t('loss.reason_needed') }]}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
        <Fault error={decide.error} />
        <Button htmlType="submit" type="primary" loading={decide.isPending}>{t('loss.save')}</Button>
      </Form>
    </Modal>
  )
}
