import { Button, Form, Input, InputNumber, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Offer, useSay, type Value } from './server'

/** SayValue takes what a component of a side is worth, and from what one knows it. */
export function SayValue({ offer, value: v, onClose }: { offer: Offer; value: Value; onClose: () => void }) {
  const { t } = useTranslation()
  const say = useSay(offer.id, v)
  const side = v.place === 0 ? t('delivered.ours') : offer.sides[v.place]?.name
  return (
    <Modal open title={t('delivered.say_of', { side, component: t(`delivered.${v.component}`) })} onCancel={onClose} footer={null} width={420}>
      <Form<{ amount: number; evidence: string }> layout="vertical" initialValues={v.version ? { amount: v.amount / 100, evidence: v.evidence } : {}}
        onFinish={({ amount, evidence }) => say.mutate({ amount: Math.round(amount * 100), evidence }, { onSuccess: onClose })}>
        {v.version > 0 && <p className="third">{t('delivered.said_before', { by: v.by, on: v.on })}</p>}
        <Form.Item name="amount" label={t(`delivered.unit_${offer.unit}`)} rules={[{ required: true, message: t('delivered.needs_value') }]}>
          <InputNumber min={0} max={offer.unit === 'points' ? 100 : undefined} precision={2} className="delivered-full" />
        </Form.Item>
        <Form.Item name="evidence" label={t('delivered.evidence')} rules={[{ required: true, min: 5, message: t('delivered.needs_evidence') }]}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
        <Fault error={say.error} />
        <Button htmlType="submit" type="primary" loading={say.isPending}>{t('delivered.save')}</Button>
      </Form>
    </Modal>
  )
}
