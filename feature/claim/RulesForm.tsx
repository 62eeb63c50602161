import { Form, Input, InputNumber, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Ruled, type Rules, useGovern } from './server'

const numbers = [['days', 1, 730], ['most', 1, 1000], ['renewals', 0, 20], ['warn', 1, 90], ['checks', 1, 1000]] as const

/** RulesForm says how long registrations count and how many somebody may have. */
export function RulesForm({ rules, onDone }: { rules: Rules; onDone: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Ruled>()
  const govern = useGovern(rules.version)
  return (
    <Modal open title={t('claim.rules')} onCancel={onDone} okText={t('claim.save')} cancelText={t('claim.cancel')} confirmLoading={govern.isPending} onOk={() => form.submit()}>
      <Form<Ruled> form={form} layout="vertical" requiredMark={false} initialValues={{ ...rules, reason: '' }} onFinish={(said) => govern.mutate(said, { onSuccess: onDone })}>
        {numbers.map(([name, min, max]) => <Form.Item key={name} name={name} label={t(`claim.${name}`)}><InputNumber min={min} max={max} precision={0} /></Form.Item>)}
        <Form.Item name="reason" label={t('claim.rules_reason')} rules={[{ required: true, min: 2, whitespace: true, message: t('claim.no_reason') }]}><Input.TextArea rows={2} maxLength={500} /></Form.Item>
      </Form>
      <Fault error={govern.error} />
    </Modal>
  )
}
