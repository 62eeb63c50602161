import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, Modal, Popconfirm, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Offer, useDrop, useKeep, type Wording } from './server'

const most = 5

/** EditOffer names a sheet and whose offers stand in it. */
export function EditOffer({ account, offer, onClose }: { account: string; offer?: Offer; onClose: () => void }) {
  const { t } = useTranslation()
  const keep = useKeep(account, offer)
  const needed = [{ required: true, whitespace: true, message: t('delivered.needs_name') }]
  const there = offer ? offer.sides.length - 1 : 1
  return (
    <Modal open title={t(offer ? 'delivered.edit_of' : 'delivered.new')} onCancel={onClose} footer={null} width={440}>
      <Form<Wording> layout="vertical" initialValues={offer ? { name: offer.name, unit: offer.unit, others: offer.sides.slice(1).map((s) => s.name) } : { unit: 'money', others: [''] }}
        onFinish={(said) => keep.mutate({ ...said, unit: said.unit ?? offer?.unit ?? 'money' }, { onSuccess: onClose })}>
        <Form.Item name="name" label={t('delivered.sheet_name')} rules={needed}><Input maxLength={60} /></Form.Item>
        {!offer && <Form.Item name="unit" label={t('delivered.unit')}><Segmented options={(['money', 'points'] as const).map((value) => ({ value, label: t(`delivered.unit_${value}`) }))} /></Form.Item>}
        <Form.List name="others">
          {(fields, { add, remove }) => (
            <>
              {fields.map((field, i) => (
                <Form.Item key={field.key} name={field.name} label={t('delivered.other', { number: i + 1 })} rules={needed}>
                  <Input maxLength={60} suffix={i >= there && <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={`${t('delivered.drop')} ${i + 1}`} onClick={() => remove(i)} />} />
                </Form.Item>
              ))}
              <p><Button size="small" icon={<PlusOutlined />} disabled={fields.length >= most} onClick={() => add('')}>{t('delivered.add_other')}</Button></p>
            </>
          )}
        </Form.List>
        <Fault error={keep.error} />
        <Button htmlType="submit" type="primary" loading={keep.isPending}>{t('delivered.save')}</Button>
        {offer && <Drop offer={offer} onDone={onClose} />}
      </Form>
    </Modal>
  )
}

function Drop({ offer, onDone }: { offer: Offer; onDone: () => void }) {
  const { t } = useTranslation()
  const drop = useDrop(offer)
  return (
    <>
      <Popconfirm title={t('delivered.drop_sure')} okText={t('delivered.drop')} onConfirm={() => drop.mutate(undefined, { onSuccess: onDone })}>
        <Button type="text" danger loading={drop.isPending}>{t('delivered.drop')}</Button>
      </Popconfirm>
      <Fault error={drop.error} />
    </>
  )
}
