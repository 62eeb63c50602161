import { PlusOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber, Modal, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { today } from '../../ui/day'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { usePrice } from './price'
import { useDropFloor, useFloors, useSetFloor } from './server'
import { WhichProduct } from './WhichProduct'

/** FloorsView is below which price each product is not sold, for those who may see it. */
export function FloorsView() {
  const { t } = useTranslation()
  const price = usePrice()
  const may = useMay()
  const [search, setSearch] = useState('')
  const [adding, add] = useState(false)
  const { data, error, refetch, isPlaceholderData } = useFloors(search)
  const drop = useDropFloor()
  const button = may('floor:write') && <Button size="small" icon={<PlusOutlined />} onClick={() => add(true)}>{t('pricing.set_floor')}</Button>
  return (
    <Panel title={t('pricing.floors')} subtitle={t('pricing.floor_note')} stale={isPlaceholderData} extra={<span className="pricing-bar">
      <Input.Search allowClear size="small" placeholder={t('pricing.search')} aria-label={t('pricing.search')} onSearch={setSearch} />
      {may('floor:export') && <Button size="small" href="/api/prices/floors/export?format=xlsx">{t('pricing.export')}</Button>}
      {button}
    </span>}>
      <Fault error={error ?? drop.error} onRetry={() => void refetch()} />
      {!data ? !error && <Waiting rows={5} /> : data.length === 0 ? <Empty action={button}>{t('pricing.no_floors')}</Empty> : (
        <div className="pricing-scroll" tabIndex={0} role="group" aria-label={t('pricing.floors')}>
          <table className="pricing-rows">
            <thead><tr><th scope="col">{t('pricing.item')}</th><th scope="col">{t('pricing.product')}</th><th scope="col">{t('pricing.from')}</th><th scope="col" className="number">{t('pricing.floor')}</th><th scope="col" className="number">{t('pricing.unit_cost')}</th><th /></tr></thead>
            <tbody>{data.map((f) => (
              <tr key={f.product + f.from}>
                <td>{f.code}</td><td className="pricing-name">{f.name}</td><td>{f.from}</td><td className="number">{price(f.floor)}</td><td className="number">{price(f.unit_cost)}</td>
                <td className="pricing-acts">{may('floor:write') && (
                  <Popconfirm title={t('pricing.drop_sure')} okText={t('pricing.drop')} cancelText={t('pricing.cancel')} onConfirm={() => drop.mutate(f)}>
                    <Button size="small" type="link" danger aria-label={`${t('pricing.drop')} ${f.name} ${f.from}`}>{t('pricing.drop')}</Button>
                  </Popconfirm>
                )}</td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
      {adding && <FloorForm onDone={() => add(false)} />}
    </Panel>
  )
}

function FloorForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const [product, choose] = useState<string>()
  const [from, setFrom] = useState(today())
  const [floor, setFloor] = useState('')
  const [cost, setCost] = useState('')
  const set = useSetFloor()
  return (
    <Modal open title={t('pricing.set_floor')} onCancel={onDone} okText={t('pricing.save')} cancelText={t('pricing.cancel')} confirmLoading={set.isPending} okButtonProps={{ disabled: !product || !floor }}
      onOk={() => set.mutate({ product: product!, from, floor, unit_cost: cost || undefined }, { onSuccess: onDone })}>
      <div className="pricing-form">
        <label>{t('pricing.product')}<WhichProduct value={product} onChange={choose} /></label>
        <Day label={t('pricing.from')} value={from} onChange={setFrom} />
        <label>{t('pricing.floor')}<InputNumber stringMode min="0" value={floor || null} onChange={(n) => setFloor(n == null ? '' : String(n))} /></label>
        <label>{t('pricing.unit_cost')}<InputNumber stringMode min="0" placeholder={t('pricing.cost_hint')} value={cost || null} onChange={(n) => setCost(n == null ? '' : String(n))} /></label>
        <Fault error={set.error} />
      </div>
    </Modal>
  )
}
