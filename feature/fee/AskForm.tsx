import { Alert, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { today } from '../../ui/day'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { useMay } from '../../ui/me'
import { type Asking, type Register, type Row, useAsk, useForesee, usePromotions, useTypeName } from './server'
import { RuleBox } from './RuleBox'

interface Props {
  account: string
  types: Register['types']
  currency: string
  /** a request that was refused, to be changed */
  old?: Row
  onDone: () => void
}

/** AskForm asks to spend something on an account; who sees margins sees at once whether they cover it. */
export function AskForm({ account, types, currency, old, onDone }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  const name = useTypeName(types)
  const [value, set] = useState<Asking>(() => old ? { ...old, baseline: old.baseline ?? undefined, expected: old.expected ?? undefined } : { type: types[1]?.key ?? '', name: '', purpose: '', from: today(), until: today(), amount: 0 })
  const change = (part: Partial<Asking>) => set({ ...value, ...part })
  const ask = useAsk(account, old)
  const foresee = useForesee(account)
  const promotions = usePromotions(account, !old && may('promotion:read')).data?.rows.filter((p) => p.state === 'planned') ?? []
  const spentFor = (id: string | undefined) => {
    const p = promotions.find((one) => one.id === id)
    change(p ? { promotion: p.id, name: value.name || p.name, from: p.from, until: p.until, baseline: p.baseline, expected: p.expected } : { promotion: undefined })
  }
  const body: Asking = { type: value.type, name: value.name, purpose: value.purpose, from: value.from, until: value.until, amount: value.amount,
    baseline: value.baseline ?? undefined, expected: value.expected ?? undefined, promotion: value.promotion }
  const money = (label: string, minor: number | null | undefined, say: (minor: number | undefined) => void) => (
    <label>{label}<InputNumber aria-label={label} min={0} max={1_000_000_000} precision={2} suffix={currency} value={minor == null ? null : minor / 100}
      onChange={(yuan) => say(yuan === null ? undefined : Math.round(yuan * 100))} /></label>
  )
  const refused = ask.data && 'state' in ask.data && ask.data.state === 'blocked'
  return (
    <Modal open title={t('fee.ask')} onCancel={onDone} okText={t('fee.send')} cancelText={t('fee.cancel')} confirmLoading={ask.isPending} okButtonProps={{ disabled: refused }}
      onOk={() => ask.mutate(body, { onSuccess: (r) => (r.state === 'blocked' ? undefined : onDone()) })}>
      <div className="fee-form">
        <label>{t('fee.type')}<Select aria-label={t('fee.type')} value={value.type} onChange={(type) => change({ type })} options={types.map((one) => ({ value: one.key, label: (one.above ? '　' : '') + name(one.key) }))} /></label>
        {!old && promotions.length > 0 && <label>{t('fee.to_promotion')}<Select aria-label={t('fee.to_promotion')} allowClear placeholder={t('fee.no_promotion')} value={value.promotion} onChange={spentFor}
          options={promotions.map((p) => ({ value: p.id, label: `${p.name} ${p.from} – ${p.until}` }))} /></label>}
        <label>{t('fee.title')}<Input aria-label={t('fee.title')} maxLength={80} value={value.name} onChange={(e) => change({ name: e.target.value })} /></label>
        <label>{t('fee.purpose')}<Input.TextArea aria-label={t('fee.purpose')} rows={2} maxLength={500} value={value.purpose} onChange={(e) => change({ purpose: e.target.value })} /></label>
        <div className="fee-pair"><Day label={t('fee.from')} value={value.from} onChange={(from) => change({ from })} /><Day label={t('fee.until')} value={value.until} onChange={(until) => change({ until })} /></div>
        {money(t('fee.amount'), value.amount, (amount) => change({ amount: amount ?? 0 }))}
        <div className="fee-pair">
          {money(t('fee.baseline'), value.baseline, (baseline) => change({ baseline }))}
          {money(t('fee.expected'), value.expected, (expected) => change({ expected }))}
        </div>
        {may('margin:read') && <a role="button" tabIndex={0} onClick={() => foresee.mutate(body)} onKeyDown={(e) => e.key === 'Enter' && foresee.mutate(body)}>{t('fee.foresee')}</a>}
        {foresee.data && <RuleBox rule={foresee.data} currency={currency} />}
        {refused && <Alert type="error" showIcon title={t('fee.blocked_says')} />}
        <Fault error={ask.error ?? foresee.error} />
      </div>
    </Modal>
  )
}
