import { Button, Form, Input, InputNumber, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { useUse } from './server'

/** UseForm books what points are used for. */
export function UseForm({ account, balance, onDone }: { account: string; balance: number; onDone: () => void }) {
  const { t } = useTranslation()
  const { count } = useFigures()
  const use = useUse(account)
  return (
    <Modal open title={t('point.use')} onCancel={onDone} footer={null} width={440}>
      <Form layout="vertical" requiredMark={false} onFinish={(body: { points: number; reason: string }) => use.mutate(body, { onSuccess: onDone })}>
        <Form.Item name="points" label={t('point.points')} extra={t('point.have', { count: count(balance) })} rules={[{ required: true, message: t('point.how_many') }]}><InputNumber min={1} max={balance} precision={0} /></Form.Item>
        <Form.Item name="reason" label={t('point.for')} rules={[{ required: true, min: 2, message: t('point.say_for') }]}><Input.TextArea rows={2} maxLength={200} placeholder={t('point.for_hint')} /></Form.Item>
        <Fault error={use.error} />
        <Button type="primary" htmlType="submit" loading={use.isPending}>{t('point.use')}</Button>
      </Form>
    </Modal>
  )
}
