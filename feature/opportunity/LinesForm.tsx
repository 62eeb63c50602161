import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { AutoComplete, Button, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Sheet, useOffer, useProducts } from './server'

interface Draft {
  key: number
  product?: string
  text: string
  quantity: string
  asked: string
}

/** LinesForm says what a deal offers; the list price is filled in by the server. */
export function LinesForm({ sheet: { deal, lines }, onDone }: { sheet: Sheet; onDone: () => void }) {
  const { t } = useTranslation()
  const [rows, set] = useState<Draft[]>(() => (lines.length ? lines.map((l, key) => ({ key, product: l.product, text: l.text, quantity: l.quantity, asked: l.asked })) : [{ key: 0, text: '', quantity: '1', asked: '' }]))
  const offer = useOffer(deal)
  const change = (key: number, some: Partial<Draft>) => set(rows.map((r) => (r.key === key ? { ...r, ...some } : r)))
  const full = rows.every((r) => r.text.trim() && r.quantity && r.asked)
  return (
    <Modal open width={720} title={t('opportunity.lines')} onCancel={onDone} okText={t('opportunity.save')} cancelText={t('opportunity.cancel')} confirmLoading={offer.isPending} okButtonProps={{ disabled: !full }}
      onOk={() => offer.mutate(rows.map(({ key: _, ...line }) => line), { onSuccess: onDone })}>
      <div className="opportunity-form">
        {rows.map((r, i) => (
          <div key={r.key} className="opportunity-line">
            <Which row={r} number={i + 1} onChange={(some) => change(r.key, some)} />
            <InputNumber stringMode min="0" aria-label={`${t('opportunity.quantity')} ${i + 1}`} placeholder={t('opportunity.quantity')} value={r.quantity} onChange={(n) => change(r.key, { quantity: n ?? '' })} />
            <InputNumber stringMode min="0" aria-label={`${t('opportunity.asked')} ${i + 1}`} placeholder={t('opportunity.asked')} value={r.asked || null} onChange={(n) => change(r.key, { asked: n == null ? '' : String(n) })} />
            <Button type="text" icon={<DeleteOutlined />} aria-label={t('opportunity.drop_line', { number: i + 1 })} onClick={() => set(rows.filter((one) => one.key !== r.key))} />
          </div>
        ))}
        <Button icon={<PlusOutlined />} onClick={() => set([...rows, { key: Math.max(-1, ...rows.map((r) => r.key)) + 1, text: '', quantity: '1', asked: '' }])}>{t('opportunity.add_line')}</Button>
        <p className="third">{t('opportunity.lines_say')}</p>
        <Fault error={offer.error} />
      </div>
    </Modal>
  )
}

/** Which is a product of the list, or words for what is in none. */
function Which({ row, number, onChange }: { row: Draft; number: number; onChange: (some: Partial<Draft>) => void }) {
  const { t } = useTranslation()
  const { data: found = [] } = useProducts(row.text)
  const choose = (id: string) => {
    const p = found.find((one) => one.id === id)
    if (p) onChange({ product: p.id, text: p.name, asked: row.asked || (p.list_price ?? '') })
  }
  return (
    <AutoComplete aria-label={`${t('opportunity.product')} ${number}`} placeholder={t('opportunity.product_hint')} value={row.text} maxLength={120} onChange={(text: string) => !found.some((p) => p.id === text) && onChange({ text, product: undefined })} onSelect={choose}
      options={found.map((p) => ({ value: p.id, label: `${p.name} · ${p.code}` }))} />
  )
}
