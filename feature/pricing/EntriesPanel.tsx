import { DeleteOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Empty } from '../../ui/kit/Empty'
import { Lists } from '../../ui/kit/Lists'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { usePrice } from './price'
import { type List, usePrices, useSetPrice } from './server'
import { WhichProduct } from './WhichProduct'

/** EntriesPanel is what a list says of each product. */
export function EntriesPanel({ list, currency, may }: { list: List; currency: string; may: boolean }) {
  const { t } = useTranslation()
  const price = usePrice()
  const [search, setSearch] = useState('')
  const { data, error, refetch, hasNextPage, fetchNextPage, isPlaceholderData } = usePrices(list.id, search)
  const version = data?.pages.at(-1)?.of.version ?? list.version
  const set = useSetPrice(list.id, version)
  const rows = data?.pages.flatMap((p) => p.rows) ?? []
  return (
    <Panel title={list.name} subtitle={t('pricing.net', { currency })} stale={isPlaceholderData} extra={<span className="pricing-bar">
      <Input.Search allowClear size="small" placeholder={t('pricing.search')} aria-label={t('pricing.search')} onSearch={setSearch} />
      <ListFiles list={list} may={may} />
    </span>}>
      <Fault error={error ?? set.error} onRetry={() => void refetch()} />
      {may && <AddPrice onAdd={(product, price, done) => set.mutate({ product, list: price }, { onSuccess: done })} busy={set.isPending} />}
      {!data ? !error && <Waiting rows={4} /> : rows.length === 0 ? <Empty>{t(search ? 'pricing.nothing_found' : 'pricing.no_entries')}</Empty> : (
        <div className="pricing-scroll" tabIndex={0} role="group" aria-label={list.name}>
          <table className="pricing-rows">
            <thead><tr><th scope="col">{t('pricing.item')}</th><th scope="col">{t('pricing.product')}</th><th scope="col">{t('pricing.unit')}</th><th scope="col" className="number">{t('pricing.list')}</th>{may && <th />}</tr></thead>
            <tbody>{rows.map((e) => (
              <tr key={e.product}>
                <td>{e.code}</td><td className="pricing-name">{e.name}</td><td>{e.unit}</td><td className="number">{price(e.list)}</td>
                {may && <td className="pricing-acts"><Button size="small" type="text" icon={<DeleteOutlined />} aria-label={`${t('pricing.drop')} ${e.name}`} onClick={() => set.mutate({ product: e.product, list: null })} /></td>}
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
      {hasNextPage && <Button block onClick={() => void fetchNextPage()}>{t('pricing.more')}</Button>}
    </Panel>
  )
}

function ListFiles({ list, may: writes }: { list: List; may: boolean }) {
  const { t } = useTranslation()
  const may = useMay()
  const address = `/api/prices/lists/${list.id}`
  return (
    <Lists small of={list.name} parts={[{
      title: t('pricing.lists'),
      out: may('pricing:export') ? ['xlsx', 'csv'].map((format) => ({ kind: format.toUpperCase(), address: `${address}/export?format=${format}` })) : [],
      into: writes && may('import:write') ? { address: `${address}/import`, accept: '.xlsx,.csv' } : undefined,
    }]} />
  )
}

/** AddPrice says what a product costs by the list. */
function AddPrice({ onAdd, busy }: { onAdd: (product: string, price: string, done: () => void) => void; busy: boolean }) {
  const { t } = useTranslation()
  const [product, choose] = useState<string>()
  const [price, setPrice] = useState('')
  return (
    <div className="pricing-add">
      <WhichProduct value={product} onChange={choose} />
      <InputNumber stringMode min="0" aria-label={t('pricing.list')} placeholder={t('pricing.list')} value={price || null} onChange={(n) => setPrice(n == null ? '' : String(n))} />
      <Button disabled={!product || !price} loading={busy} onClick={() => onAdd(product!, price, () => { choose(undefined); setPrice('') })}>{t('pricing.set')}</Button>
    </div>
  )
}
