import { Button, Form, Input, InputNumber, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { type Said, type Sheet, useFill } from './server'

const qualities: Said['quality'][] = ['evidenced', 'told', 'derived']

/** WalletForm says what an account buys in all, and how well that is known. */
export function WalletForm({ sheet, onDone }: { sheet: Sheet; onDone: () => void }) {
  const { t } = useTranslation()
  const figures = useFigures(sheet.currency)
  const { row } = sheet
  const { wallet } = row
  const fill = useFill(sheet)
  return (
    <Modal open title={t('goal.wallet_of', { name: row.name })} onCancel={onDone} footer={null} width={440}>
      <p className="third">{t('goal.wallet_how', { sales: figures.sum(row.sales), unit: figures.unit, date: sheet.as_of })}</p>
      <Form layout="vertical" requiredMark={false} initialValues={{ value: wallet.value === null ? undefined : wallet.value / 100, quality: wallet.quality || undefined, evidence: wallet.evidence }}
        onFinish={({ value, ...said }: Said) => fill.mutate({ value: Math.round(value * 100), ...said }, { onSuccess: onDone })}>
        <Form.Item name="value" label={t('goal.wallet_in', { currency: sheet.currency })} rules={[{ required: true, message: t('goal.needs_value') }]}><InputNumber min={1} precision={0} className="goal-full" /></Form.Item>
        <Form.Item name="quality" label={t('goal.quality')} rules={[{ required: true, message: t('goal.no_quality') }]}>
          <Select options={qualities.map((value) => ({ value, label: t(`goal.quality_${value}`) }))} />
        </Form.Item>
        <Form.Item name="evidence" label={t('goal.evidence')} rules={[{ required: true, min: 5, message: t('goal.needs_evidence') }]}><Input.TextArea rows={3} maxLength={500} /></Form.Item>
        <Fault error={fill.error} />
        <Button htmlType="submit" type="primary" loading={fill.isPending}>{t('goal.save')}</Button>
      </Form>
    </Modal>
  )
}
