import { Button, Input, InputNumber, Modal, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { Faults, Lights } from './Lights'
import { useAim, useProducts, useRules, useTry } from './server'
import { type Aim, aimOf, type Kept } from './visits'

const none: Aim = { text: '' }

/** ObjectiveForm says what is to be reached; the five lights follow every word. */
export default function ObjectiveForm({ visit, place, onDone }: { visit: Kept; place: number; onDone: () => void }) {
  const { t } = useTranslation()
  const kept = visit.objectives.map(aimOf)
  const [value, set] = useState<Aim>(kept[place] ?? { ...none, deadline: visit.day })
  const { data: [lit] = [] } = useTry(visit.id, useDeferredValue(value))
  const aim = useAim(visit)
  const change = (some: Partial<Aim>) => set({ ...value, confirmed: false, ...some })
  const save = (all: Aim[]) => aim.mutate(all, { onSuccess: onDone })
  const ready = lit?.score === 5
  return (
    <Modal open width={560} title={t('visit.objective')} onCancel={onDone} footer={[
      place < kept.length && <Button key="drop" danger type="text" className="visit-left" onClick={() => save(kept.filter((_, i) => i !== place))}>{t('visit.drop_objective')}</Button>,
      <Button key="save" onClick={() => save(kept.toSpliced(place, 1, value))} loading={aim.isPending}>{t('visit.save')}</Button>,
      <Button key="confirm" type="primary" disabled={!ready} onClick={() => save(kept.toSpliced(place, 1, { ...value, confirmed: true }))}>{t('visit.confirm')}</Button>,
    ]}>
      <div className="visit-form">
        <Verbs value={value.text} onChange={(text) => change({ text })} />
        <Measure value={value} onChange={change} />
        <Link value={value} day={visit.day} onChange={change} />
        <Day label={t('visit.deadline')} value={value.deadline ?? ''} first={visit.day} last={visit.plan_end || undefined} onChange={(deadline) => change({ deadline })} />
        {lit && <div className="visit-lit"><Lights objective={lit} /><span className="third">{t(ready ? 'visit.lights_on' : 'visit.lights_some', { score: lit.score })}</span></div>}
        {lit && <Faults objective={lit} />}
        <Fault error={aim.error} />
      </div>
    </Modal>
  )
}

interface Props {
  value: Aim
  onChange: (some: Partial<Aim>) => void
}

/** Verbs offers words that say what is to be done, until one stands in the text. */
function Verbs({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t, i18n } = useTranslation()
  const { data: rules } = useRules()
  const chinese = i18n.language !== 'en'
  const verbs = rules?.verbs.filter((v) => /[^\u0000-\u00ff]/.test(v) === chinese).slice(0, 10) ?? []
  return (
    <>
      <Input autoFocus aria-label={t('visit.objective_text')} placeholder={t('visit.objective_hint', { n: rules?.shortest ?? 10 })} value={value} maxLength={200} onChange={(e) => onChange(e.target.value)} />
      {!verbs.some((v) => value.includes(v)) && <div className="visit-verbs">{verbs.map((v) => <button type="button" key={v} onClick={() => onChange(v + (chinese ? '' : ' ') + value)}>{v}</button>)}</div>}
    </>
  )
}

function Measure({ value, onChange }: Props) {
  const { t } = useTranslation()
  const { data: rules } = useRules()
  return (
    <>
      <div className="visit-three">
        <Input aria-label={t('visit.metric')} placeholder={t('visit.metric_hint')} value={value.metric} maxLength={100} onChange={(e) => onChange({ metric: e.target.value })} />
        <InputNumber aria-label={t('visit.target')} placeholder={t('visit.target')} min="0" stringMode value={value.target} onChange={(target) => onChange({ target: target || undefined })} />
        <Input aria-label={t('visit.unit')} placeholder={t('visit.unit_hint')} value={value.unit} maxLength={20} onChange={(e) => onChange({ unit: e.target.value })} />
      </div>
      <InputNumber aria-label={t('visit.confidence')} prefix={<span className="third">{t('visit.confidence')}</span>} suffix="%" min={0} max={100} value={value.confidence}
        placeholder={rules && t('visit.confidence_hint', { hard: rules.hard, easy: rules.easy })} onChange={(confidence) => onChange({ confidence: confidence ?? undefined })} />
    </>
  )
}

/** Link ties an objective to a goal of the account or to a product. */
function Link({ value, day, onChange }: Props & { day: string }) {
  const { t } = useTranslation()
  const year = Number(day.slice(0, 4))
  const { data: products = [] } = useProducts(value.link === 'product')
  return (
    <div className="visit-two">
      <Select aria-label={t('visit.link')} value={value.link ?? ''} onChange={(link) => onChange({ link, year: link === 'goal' ? year : 0, product: undefined })}
        options={[{ value: '', label: t('visit.link_none') }, { value: 'goal', label: t('visit.link_goal_of', { year }) }, { value: 'product', label: t('visit.link_product') }]} />
      {value.link === 'product' && <Select aria-label={t('visit.link_product')} placeholder={t('visit.link_product')} value={value.product} showSearch={{ optionFilterProp: 'label' }} options={products.map((p) => ({ value: p.id, label: p.name }))} onChange={(product) => onChange({ product })} />}
    </div>
  )
}
