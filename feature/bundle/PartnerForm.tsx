import { Button, Checkbox, Form, Input, InputNumber, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Partner, useMeet, ways } from './server'

interface Weighed {
  pros?: string
  cons?: string
  cost?: number
  chosen?: boolean
}

interface Filled {
  name: string
  note?: string
  ways: Record<(typeof ways)[number], Weighed>
}

/** PartnerForm is who a partner is, and what speaks for and against each way to work with him. */
export function PartnerForm({ old, onDone }: { old?: Partner; onDone: () => void }) {
  const { t } = useTranslation()
  const meet = useMeet(old)
  const weighed = Object.fromEntries((old?.ways ?? []).map((w) => [w.way, { ...w, cost: w.cost === undefined ? undefined : w.cost / 100 }]))
  return (
    <Modal open title={t(old ? 'bundle.edit' : 'bundle.meet')} onCancel={onDone} footer={null} width={640}>
      <Form<Filled> layout="vertical" requiredMark={false} initialValues={{ name: old?.name, note: old?.note, ways: weighed }}
        onFinish={(v) => meet.mutate({ name: v.name, note: v.note ?? '', ways: said(v) }, { onSuccess: onDone })}>
        <Form.Item name="name" label={t('bundle.partner')} rules={[{ required: true, message: t('bundle.say_name') }]}><Input maxLength={80} /></Form.Item>
        <Form.Item name="note" label={t('bundle.note')}><Input.TextArea rows={2} maxLength={500} /></Form.Item>
        {ways.map((way) => (
          <fieldset key={way} className="bundle-way">
            <legend>{t(`bundle.way_${way}`)}</legend>
            <Form.Item name={['ways', way, 'pros']}><Input maxLength={500} placeholder={t('bundle.pros')} aria-label={`${t(`bundle.way_${way}`)} ${t('bundle.pros')}`} /></Form.Item>
            <Form.Item name={['ways', way, 'cons']}><Input maxLength={500} placeholder={t('bundle.cons')} aria-label={`${t(`bundle.way_${way}`)} ${t('bundle.cons')}`} /></Form.Item>
            <Form.Item name={['ways', way, 'cost']}><InputNumber min={0} precision={2} placeholder={t('bundle.cost')} aria-label={`${t(`bundle.way_${way}`)} ${t('bundle.cost')}`} /></Form.Item>
            <Form.Item name={['ways', way, 'chosen']} valuePropName="checked"><Checkbox>{t('bundle.chosen')}</Checkbox></Form.Item>
          </fieldset>
        ))}
        <Fault error={meet.error} />
        <Button type="primary" htmlType="submit" loading={meet.isPending}>{t('bundle.save')}</Button>
      </Form>
    </Modal>
  )
}

/** said are the ways of which anything was said. */
function said({ ways: weighed }: Filled) {
  return ways.flatMap((way) => {
    const { pros = '', cons = '', cost, chosen = false } = weighed?.[way] ?? {}
    return pros || cons || chosen || typeof cost === 'number' ? [{ way, pros, cons, chosen, cost: typeof cost === 'number' ? Math.round(cost * 100) : undefined }] : []
  })
}
