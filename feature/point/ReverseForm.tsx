import { Button, Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Line, useReverse } from './server'

/** ReverseForm takes back a use of points that did not happen. */
export function ReverseForm({ account, line, onDone }: { account: string; line: Line; onDone: () => void }) {
  const { t } = useTranslation()
  const reverse = useReverse(account)
  return (
    <Modal open title={t('point.reverse')} onCancel={onDone} footer={null} width={440}>
      <p>{line.on} · {line.reason} · {line.points}</p>
      <Form layout="vertical" requiredMark={false} onFinish={({ reason }: { reason: string }) => reverse.mutate({ use: line.id, reason }, { onSuccess: onDone })}>
        <Form.Item name="reason" label={t('point.why')} rules={[{ required: true, min: 2, message: t('point.say_why') }]}><Input.TextArea rows={2} maxLength={200} /></Form.Item>
        <Fault error={reverse.error} />
        <Button type="primary" htmlType="submit" loading={reverse.isPending}>{t('point.reverse')}</Button>
      </Form>
    </Modal>
  )
}
