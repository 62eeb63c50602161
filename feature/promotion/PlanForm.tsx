import { Alert, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { today } from '../../ui/day'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Day } from '../../ui/kit/Day'
import { type Calendar, type Planning, type Row, useForesee, usePlan, useWay } from './server'

interface Props {
  account: string
  methods: Calendar['methods']
  currency: string
  old?: Row
  onDone: () => void
}

const blank = (): Planning => ({ name: '', background: '', from: today(), until: today(), products: [], place: '', audience: '', ways: [], tools: [], baseline: 0, expected: 0,
  budget: { way: 'task', sales: 0, percent: '5', tasks: [{ name: '', cost: 0 }], units: 0, each: 0 } })

const said = (p: Row): Planning => ({ name: p.name, background: p.background, from: p.from, until: p.until, products: p.products, place: p.place, audience: p.audience,
  ways: p.ways, tools: p.tools, baseline: p.baseline, expected: p.expected, budget: { ...p.budget, tasks: p.budget.tasks ?? [] } })

/** PlanForm asks the six questions: when, what, where, whom, how much, how; and the background, and what it is to sell. */
export function PlanForm({ account, methods, currency, old, onDone }: Props) {
  const { t } = useTranslation()
  const { exact } = useFigures(currency)
  const way = useWay(methods)
  const [value, set] = useState<Planning>(() => (old ? said(old) : blank()))
  const change = (part: Partial<Planning>) => set({ ...value, ...part })
  const budget = (part: Partial<Planning['budget']>) => change({ budget: { ...value.budget, ...part } })
  const plan = usePlan(account, old)
  const foresee = useForesee(account)
  const ahead = () => foresee.mutate(value, { onSuccess: (f) => f.baseline != null && value.baseline === 0 && change({ baseline: Math.round(f.baseline) }) })
  const text = (key: 'name' | 'background' | 'place' | 'audience', max: number) => (
    <label>{t(key === 'name' ? 'promotion.title' : `promotion.${key}`)}<Input aria-label={t(key === 'name' ? 'promotion.title' : `promotion.${key}`)} maxLength={max} value={value[key]} onChange={(e) => change({ [key]: e.target.value })} /></label>
  )
  const money = (label: string, minor: number, say: (minor: number) => void) => (
    <label>{label}<InputNumber aria-label={label} min={0} max={1_000_000_000} precision={2} suffix={currency} value={minor / 100} onChange={(yuan) => say(Math.round((yuan ?? 0) * 100))} /></label>
  )
  const task = value.budget.tasks[0]
  return (
    <Modal open width={640} title={t('promotion.plan')} onCancel={onDone} okText={t('promotion.save')} cancelText={t('promotion.cancel')} confirmLoading={plan.isPending} onOk={() => plan.mutate(value, { onSuccess: onDone })}>
      <div className="promotion-form">
        {text('name', 80)}
        {text('background', 500)}
        <div className="promotion-pair"><Day label={t('promotion.from')} value={value.from ?? ''} onChange={(from) => change({ from })} /><Day label={t('promotion.until')} value={value.until ?? ''} onChange={(until) => change({ until })} /></div>
        <label>{t('promotion.products')}<Select mode="tags" aria-label={t('promotion.products')} placeholder={t('promotion.products_hint')} value={value.products} onChange={(products) => change({ products })} open={false} suffixIcon={null} /></label>
        {text('place', 500)}
        {text('audience', 500)}
        <label>{t('promotion.ways')}<Select mode="multiple" aria-label={t('promotion.ways')} value={value.ways} onChange={(ways) => change({ ways })} options={methods.map((m) => ({ value: m.key, label: way(m.key) }))} /></label>
        <label>{t('promotion.tools')}<Select mode="tags" aria-label={t('promotion.tools')} placeholder={t('promotion.tools_hint')} value={value.tools} onChange={(tools) => change({ tools })} open={false} suffixIcon={null} /></label>
        <label>{t('promotion.budget_way')}<Select aria-label={t('promotion.budget_way')} value={value.budget.way} onChange={(way) => budget({ way })} options={(['share', 'task', 'unit'] as const).map((one) => ({ value: one, label: t(`promotion.by_${one}`) }))} /></label>
        {value.budget.way === 'share' && <div className="promotion-pair">{money(t('promotion.expected'), value.budget.sales, (sales) => budget({ sales }))}
          <label>{t('promotion.percent')}<InputNumber aria-label={t('promotion.percent')} min={0} max={100} precision={2} suffix="%" value={Number(value.budget.percent)} onChange={(n) => budget({ percent: String(n ?? 0) })} /></label></div>}
        {value.budget.way === 'task' && <div className="promotion-pair"><label>{t('promotion.task')}<Input aria-label={t('promotion.task')} maxLength={60} value={task?.name ?? ''} onChange={(e) => budget({ tasks: [{ name: e.target.value, cost: task?.cost ?? 0 }] })} /></label>
          {money(t('promotion.task_cost'), task?.cost ?? 0, (cost) => budget({ tasks: [{ name: task?.name ?? '', cost }] }))}</div>}
        {value.budget.way === 'unit' && <div className="promotion-pair"><label>{t('promotion.units')}<InputNumber aria-label={t('promotion.units')} min={0} precision={0} value={value.budget.units} onChange={(units) => budget({ units: units ?? 0 })} /></label>
          {money(t('promotion.each'), value.budget.each, (each) => budget({ each }))}</div>}
        <div className="promotion-pair">{money(t('promotion.baseline'), value.baseline, (baseline) => change({ baseline }))}{money(t('promotion.expected'), value.expected, (expected) => change({ expected }))}</div>
        <a role="button" tabIndex={0} onClick={ahead} onKeyDown={(e) => e.key === 'Enter' && ahead()}>{t('promotion.foresee')}</a>
        {foresee.data && <Alert type={foresee.data.collides.length > 0 ? 'warning' : 'info'} showIcon title={foresee.data.collides.length > 0 ? t('promotion.collides_with', { names: foresee.data.collides.map((c) => `${c.name} ${c.from}`).join('、') }) : t('promotion.collides_not')}
          description={`${t('promotion.amount')} ${exact(foresee.data.amount)} · ${t('promotion.baseline')} ${foresee.data.baseline == null ? t('promotion.few_weeks') : exact(foresee.data.baseline)}`} />}
        <Fault error={plan.error ?? foresee.error} />
      </div>
    </Modal>
  )
}
