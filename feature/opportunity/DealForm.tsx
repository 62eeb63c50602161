import { Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shift, today } from '../../ui/day'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { usePeople } from '../../ui/people'
import { categories, currencies, type Deal, type Opening, purchases, sources, useAmend, useContacts, useFound, useOpen, useWays } from './server'
import { useSaid } from './words'

interface Props {
  /** whose deal it is, where that is known */
  account?: string
  old?: Deal
  /** lines say the amount */
  summed?: boolean
  onDone: (id?: string) => void
}

const openingOf = (d?: Deal): Opening => (!d ? { name: '', category: 'pipeline', expected: shift(today(), 60) } : {
  name: d.name, owner: d.owner, source: (d.source || undefined) as Opening['source'], amount_minor: d.amount_minor ?? undefined, currency: d.currency || undefined, original_minor: d.original_minor ?? undefined,
  category: d.category, purchase: d.purchase || undefined, product: d.product || undefined, next_step: d.next_step || undefined, next_on: d.next_on, contact: d.contact, account: d.account,
})

/** DealForm opens a deal, or says one that is there in other words. */
export function DealForm({ account: given, old, summed, onDone }: Props) {
  const { t } = useTranslation()
  const [account, setAccount] = useState(given ?? old?.account)
  const [value, set] = useState<Opening>(() => openingOf(old))
  const change = (some: Partial<Opening>) => set({ ...value, ...some })
  const open = useOpen()
  const amend = useAmend(old ?? ({} as Deal))
  const { process: _, expected: __, ...said } = value
  const save = () => (old ? amend.mutate({ ...said, account }, { onSuccess: () => onDone() }) : open.mutate({ ...value, account }, { onSuccess: ({ id }) => onDone(id) }))
  return (
    <Modal open width={620} title={t(old ? 'opportunity.change' : 'opportunity.new')} onCancel={() => onDone()} okText={t('opportunity.save')} cancelText={t('opportunity.cancel')} confirmLoading={open.isPending || amend.isPending}
      okButtonProps={{ disabled: !value.name.trim() }} onOk={save}>
      <div className="opportunity-form">
        {!given && !old?.account && <WhichAccount onChoose={setAccount} />}
        <label>{t('opportunity.name')}<Input autoFocus maxLength={120} value={value.name} placeholder={t('opportunity.name_hint')} onChange={(e) => change({ name: e.target.value })} /></label>
        <div className="opportunity-pair">
          <Amount disabled={summed} value={value} onChange={change} />
          <label>{t('opportunity.category')}<Select value={value.category} onChange={(category) => change({ category })} options={categories.map((c) => ({ value: c, label: t(`opportunity.category_${c}`) }))} /></label>
        </div>
        {!old && <Course value={value} onChange={change} />}
        <Rest value={value} account={account} onChange={change} />
        <Fault error={open.error ?? amend.error} />
      </div>
    </Modal>
  )
}

/** Amount is typed in major units and kept in minor ones: in the base currency, or in one of its own that the server converts. */
function Amount({ value, onChange, disabled }: { value: Opening; onChange: (some: Partial<Opening>) => void; disabled?: boolean }) {
  const { t } = useTranslation()
  const { currency } = value
  const minor = currency ? value.original_minor : value.amount_minor
  const say = (n: number | undefined, currency: string | undefined) => onChange(currency ? { currency, original_minor: n, amount_minor: undefined } : { currency: undefined, original_minor: undefined, amount_minor: n })
  return (
    <div className="opportunity-amount">
      <label>{t(currency ? 'opportunity.amount' : 'opportunity.amount_yuan')}<InputNumber className="wide" disabled={disabled} min={0} precision={2} aria-label={t('opportunity.amount_yuan')} title={disabled ? t('opportunity.amount_of_lines') : undefined} value={minor == null ? null : minor / 100} onChange={(n) => say(n == null ? undefined : Math.round(Number(n) * 100), currency)} /></label>
      <label>{t('opportunity.currency')}<Select disabled={disabled} value={currency ?? ''} onChange={(to) => say(minor, to || undefined)} options={['', ...currencies].map((c) => ({ value: c, label: c || t('opportunity.currency_base') }))} /></label>
    </div>
  )
}

/** Course is by which process a deal goes, and when the order is expected. */
function Course({ value, onChange }: { value: Opening; onChange: (some: Partial<Opening>) => void }) {
  const { t } = useTranslation()
  const said = useSaid()
  const { data: ways = [] } = useWays()
  return (
    <div className="opportunity-pair">
      <label>{t('opportunity.process')}<Select value={value.process ?? ways[0]?.key} onChange={(process) => onChange({ process })} options={ways.map((w) => ({ value: w.key, label: said(w) }))} /></label>
      <Day label={t('opportunity.expected')} value={value.expected ?? ''} onChange={(expected) => onChange({ expected })} />
    </div>
  )
}

/** Rest is what else is known of a deal. */
function Rest({ value, account, onChange }: { value: Opening; account?: string; onChange: (some: Partial<Opening>) => void }) {
  const { t } = useTranslation()
  const { options } = usePeople()
  const { data: contacts = [] } = useContacts(account)
  return (
    <>
      <div className="opportunity-pair">
        <label>{t('opportunity.owner')}<Select allowClear value={value.owner} placeholder={t('opportunity.owner_hint')} showSearch={{ optionFilterProp: 'label' }} onChange={(owner) => onChange({ owner })} options={options} /></label>
        <label>{t('opportunity.contact')}<Select allowClear disabled={!account} value={value.contact} showSearch={{ optionFilterProp: 'label' }} onChange={(contact) => onChange({ contact })} options={contacts.map((c) => ({ value: c.id, label: [c.name, c.title].filter(Boolean).join(' · ') }))} /></label>
      </div>
      <label>{t('opportunity.product')}<Input maxLength={120} value={value.product} onChange={(e) => onChange({ product: e.target.value })} /></label>
      <div className="opportunity-pair">
        <label>{t('opportunity.source')}<Select allowClear value={value.source} onChange={(source) => onChange({ source })} options={sources.map((s) => ({ value: s, label: t(`account.source_${s}`) }))} /></label>
        <label>{t('opportunity.purchase')}<Select allowClear value={value.purchase} onChange={(purchase) => onChange({ purchase })} options={purchases.map((p) => ({ value: p, label: t(`opportunity.purchase_${p}`) }))} /></label>
      </div>
      <div className="opportunity-pair">
        <label>{t('opportunity.next_step')}<Input maxLength={120} value={value.next_step} placeholder={t('opportunity.next_hint')} onChange={(e) => onChange({ next_step: e.target.value })} /></label>
        <Day label={t('opportunity.next_on')} value={value.next_on ?? ''} onChange={(next_on) => onChange({ next_on })} />
      </div>
    </>
  )
}

/** WhichAccount finds the account by any two characters, pinyin, initials or code. */
function WhichAccount({ onChoose }: { onChoose: (id?: string) => void }) {
  const { t } = useTranslation()
  const [words, search] = useState('')
  const { data: rows = [], isFetching } = useFound(words)
  return (
    <label>{t('opportunity.customer')}
      <Select allowClear placeholder={t('opportunity.account_hint')} aria-label={t('opportunity.customer')} loading={isFetching} notFoundContent={null} showSearch={{ onSearch: search, filterOption: false }}
        options={rows.map(({ id, name, code }) => ({ value: id, label: `${name} · ${code}` }))} onChange={(id?: string) => onChoose(id)} />
    </label>
  )
}
