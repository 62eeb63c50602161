import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Bundle, type Shelf, usePack } from './server'

interface Filled {
  name: string
  note?: string
  asked: number
  ended?: boolean
  items: { name: string; partner?: string; cost: number }[]
}

/** PackForm puts a package together: what is in it, whose each part is, and what it costs. */
export function PackForm({ shelf, old, onDone }: { shelf: Shelf; old?: Bundle; onDone: () => void }) {
  const { t } = useTranslation()
  const pack = usePack(old)
  const first: Filled = old
    ? { name: old.name, note: old.note, asked: old.asked / 100, ended: !!old.ended, items: old.items.map((i) => ({ name: i.name, partner: i.partner, cost: (i.cost ?? 0) / 100 })) }
    : { name: '', asked: 0, items: [{ name: '', cost: 0 }, { name: '', cost: 0 }] }
  const whose = [{ value: '', label: t('bundle.ours') }, ...shelf.partners.map((p) => ({ value: p.id, label: p.name }))]
  return (
    <Modal open title={t(old ? 'bundle.edit' : 'bundle.pack')} onCancel={onDone} footer={null} width={640}>
      <Form<Filled> layout="vertical" requiredMark={false} initialValues={first}
        onFinish={(v) => pack.mutate({ name: v.name, note: v.note ?? '', asked: Math.round(v.asked * 100), ended: !!v.ended, items: v.items.map((i) => ({ name: i.name, partner: i.partner || undefined, cost: Math.round((i.cost ?? 0) * 100) })) }, { onSuccess: onDone })}>
        <Form.Item name="name" label={t('bundle.called')} rules={[{ required: true, message: t('bundle.say_name') }]}><Input maxLength={80} /></Form.Item>
        <Form.Item name="asked" label={t('bundle.asked')}><InputNumber min={0} precision={2} suffix={shelf.currency} /></Form.Item>
        <Form.List name="items">{(items, { add, remove }) => <>
          {items.map(({ key, name }) => (
            <div key={key} className="bundle-item">
              <Form.Item name={[name, 'name']}><Input maxLength={80} placeholder={t('bundle.item')} aria-label={t('bundle.item')} /></Form.Item>
              <Form.Item name={[name, 'partner']}><Select options={whose} placeholder={t('bundle.ours')} aria-label={t('bundle.partner')} popupMatchSelectWidth={false} /></Form.Item>
              <Form.Item name={[name, 'cost']}><InputNumber min={0} precision={2} placeholder={t('bundle.item_cost')} aria-label={t('bundle.item_cost')} /></Form.Item>
              <Button type="text" icon={<DeleteOutlined />} aria-label={t('bundle.without')} onClick={() => remove(name)} />
            </div>
          ))}
          <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({ name: '', cost: 0 })}>{t('bundle.add_item')}</Button>
        </>}</Form.List>
        <Form.Item name="note" label={t('bundle.note')}><Input.TextArea rows={2} maxLength={500} /></Form.Item>
        {old && <Form.Item name="ended" valuePropName="checked"><Checkbox>{t('bundle.end')}</Checkbox></Form.Item>}
        <Fault error={pack.error} />
        <Button type="primary" htmlType="submit" loading={pack.isPending}>{t('bundle.save')}</Button>
      </Form>
    </Modal>
  )
}
