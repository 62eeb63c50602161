import { AutoComplete, Checkbox, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { type Booking, kinds, useBook } from './book'
import type { Statement } from './server'

const naming = ['receipt', 'bill', 'credit', 'invoice']

/** BookForm books a paper of an account; it asks only what its kind has. */
export function BookForm({ account, data, onDone }: { account: string; data: Statement; onDone: () => void }) {
  const { t } = useTranslation()
  const [paper, set] = useState<Booking>({ kind: 'receipt', on: data.on, amount: 0 })
  const change = (some: Partial<Booking>) => set({ ...paper, ...some })
  const book = useBook(account)
  const { kind } = paper, money = kind === 'receipt' || kind === 'bill', open = data.claims.filter((c) => c.left > 0)
  return (
    <Modal open title={t('receivable.book')} onCancel={onDone} okText={t('receivable.save')} cancelText={t('receivable.cancel')} confirmLoading={book.isPending}
      okButtonProps={{ disabled: paper.amount <= 0 || (kind === 'bill' && !paper.matures) }} onOk={() => book.mutate(paper, { onSuccess: onDone })}>
      <div className="book-form">
        <label>{t('receivable.form_kind')}<Select value={kind} onChange={(kind) => set({ kind, on: paper.on, amount: paper.amount, number: paper.number, currency: paper.currency, note: paper.note })}
          options={kinds.map((value) => ({ value, label: t(`receivable.kind_${value}`) }))} /></label>
        <label>{t('receivable.form_amount')}<InputNumber min={0.01} max={1e9} precision={2} value={paper.amount ? paper.amount / 100 : null} onChange={(yuan) => change({ amount: Math.round((yuan ?? 0) * 100) })} /></label>
        <Day label={t('receivable.form_on')} value={paper.on} onChange={(on) => change({ on })} />
        {kind === 'bill' && <Day label={t('receivable.form_matures')} value={paper.matures ?? ''} first={paper.on} onChange={(matures) => change({ matures })} />}
        {kind === 'invoice' && <Day label={t('receivable.form_due')} value={paper.due ?? ''} first={paper.on} onChange={(due) => change({ due })} />}
        <label>{t('receivable.form_number')}<Input maxLength={100} value={paper.number} onChange={(e) => change({ number: e.target.value })} /></label>
        {naming.includes(kind) && <label>{t('receivable.form_reference')}<AutoComplete value={paper.reference} onChange={(reference) => change({ reference })} options={open.slice(0, 20).map((c) => ({ value: c.number }))} /></label>}
        {money && <label>{t('receivable.form_party')}<Input maxLength={100} value={paper.party} onChange={(e) => change({ party: e.target.value })} /></label>}
        <label>{t('receivable.form_currency')}<Input maxLength={3} value={paper.currency} placeholder="CNY" onChange={(e) => change({ currency: e.target.value.toUpperCase() })} /></label>
        {kind === 'bill' && <div className="book-bar">
          <Checkbox checked={paper.accepted} onChange={(e) => change({ accepted: e.target.checked })}>{t('receivable.form_accepted')}</Checkbox>
          <Checkbox checked={paper.recourse} onChange={(e) => change({ recourse: e.target.checked })}>{t('receivable.form_recourse')}</Checkbox>
        </div>}
        <label>{t('receivable.form_note')}<Input maxLength={300} value={paper.note} onChange={(e) => change({ note: e.target.value })} /></label>
        <Fault error={book.error} />
      </div>
    </Modal>
  )
}
