import { Button, Form, Input, InputNumber, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { named, type Quarter, type Said, sources, useRate } from './server'

/** Rate takes how well an account was served in a quarter, and from what one knows it. */
export function Rate({ account, quarter, onClose }: { account: string; quarter: Quarter; onClose: () => void }) {
  const { t } = useTranslation()
  const rate = useRate(account, quarter)
  const { source, value, evidence } = quarter
  const now = quarter.version > 0 ? { source, value, evidence } : { source }
  return (
    <Modal open title={t('servicing.rate_of', { quarter: named(quarter.quarter) })} onCancel={onClose} footer={null} width={440}>
      <Form<Said> layout="vertical" initialValues={now} onFinish={(said) => rate.mutate(said, { onSuccess: onClose })}>
        <Form.Item name="value" label={`${t('servicing.index')} 0–100`} rules={[{ required: true, message: t('servicing.needs_value') }]}>
          <InputNumber min={0} max={100} precision={0} className="servicing-full" />
        </Form.Item>
        <Form.Item name="source" label={t('servicing.where')}>
          <Select options={sources.map((value) => ({ value, label: t(`servicing.source_${value}`) }))} />
        </Form.Item>
        <Form.Item name="evidence" label={t('servicing.evidence')} rules={[{ required: true, min: 5, message: t('servicing.needs_evidence') }]}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
        <Fault error={rate.error} />
        <Button htmlType="submit" type="primary" loading={rate.isPending}>{t('servicing.save')}</Button>
      </Form>
    </Modal>
  )
}
