import { Button, Form, Input, InputNumber, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { missing, useFigures } from '../../ui/figures'
import { type Metric, type Sheet, useDrop, useSet } from './server'

interface Fields {
  amount?: number
  share?: number
  chosen?: Metric
  reason?: string
}

const metrics: Metric[] = ['absolute', 'share']

/** GoalForm sets what is wanted of an account, and by which metric it counts. */
export function GoalForm({ sheet, onDone }: { sheet: Sheet; onDone: () => void }) {
  const { t } = useTranslation()
  const figures = useFigures(sheet.currency)
  const { row } = sheet
  const { goal } = row
  const set = useSet(row)
  const drop = useDrop(row)
  const [form] = Form.useForm<Fields>()
  const chosen = Form.useWatch('chosen', form) ?? (goal.chosen || sheet.tier_metric)
  const save = ({ amount, share, chosen, reason }: Fields) =>
    set.mutate({ amount: amount == null ? null : Math.round(amount * 100), share: share == null ? null : Math.round(share * 100), chosen: chosen && chosen !== sheet.tier_metric ? chosen : '', reason: reason ?? '' }, { onSuccess: onDone })
  return (
    <Modal open title={t('goal.set_of', { name: row.name, year: sheet.year })} onCancel={onDone} footer={null} width={440}>
      <p className="third">{t('goal.now', { sales: figures.sum(row.sales), unit: figures.unit, share: row.share === null ? missing : figures.share(row.share) })}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={save}
        initialValues={{ amount: goal.amount == null ? undefined : goal.amount / 100, share: goal.share == null ? undefined : goal.share / 100, chosen: goal.chosen || sheet.tier_metric, reason: goal.reason }}>
        <Form.Item name="chosen" label={t('goal.primary')} extra={t('goal.tier_asks', { metric: t(`goal.value_${sheet.tier_metric}`) })}>
          <Select options={metrics.map((value) => ({ value, label: t(`goal.value_${value}`) }))} />
        </Form.Item>
        {chosen !== sheet.tier_metric && <Form.Item name="reason" label={t('goal.reason')} rules={[{ required: true, min: 5, message: t('goal.needs_reason') }]}><Input maxLength={300} /></Form.Item>}
        <Form.Item name="amount" label={t('goal.amount_in', { currency: sheet.currency })}><InputNumber min={0} precision={0} className="goal-full" /></Form.Item>
        <Form.Item name="share" label={t('goal.share_in')}><InputNumber min={0} max={100} precision={2} className="goal-full" /></Form.Item>
        <Fault error={set.error ?? drop.error} />
        <span className="goal-buttons">
          <Button htmlType="submit" type="primary" loading={set.isPending}>{t('goal.save')}</Button>
          {goal.version > 0 && <Button danger type="text" loading={drop.isPending} onClick={() => drop.mutate(undefined, { onSuccess: onDone })}>{t('goal.drop')}</Button>}
        </span>
      </Form>
    </Modal>
  )
}
