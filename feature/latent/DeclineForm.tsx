import { Button, Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Candidate, useDecline } from './server'

/** DeclineForm asks why a candidate is nothing for an account. */
export function DeclineForm({ account, candidate, onDone }: { account: string; candidate: Candidate; onDone: () => void }) {
  const { t } = useTranslation()
  const decline = useDecline(account)
  return (
    <Modal open title={t('latent.decline_title', { product: candidate.product_name })} onCancel={onDone} footer={null} width={440}>
      <Form layout="vertical" requiredMark={false}
        onFinish={({ reason }: { reason: string }) => decline.mutate({ product: candidate.product, kind: candidate.kind, reason }, { onSuccess: onDone })}>
        <Form.Item name="reason" label={t('latent.reason')} extra={t('latent.done')} rules={[{ required: true, whitespace: true, min: 2, message: t('latent.no_reason') }]}>
          <Input.TextArea rows={2} maxLength={200} placeholder={t('latent.reason_hint')} />
        </Form.Item>
        <Fault error={decline.error} />
        <Button type="primary" htmlType="submit" loading={decline.isPending}>{t('latent.decline')}</Button>
      </Form>
    </Modal>
  )
}
