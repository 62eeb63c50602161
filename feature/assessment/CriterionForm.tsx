import { Button, Checkbox, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Criteria, type Criterion, type Fit, fits, useContacts, useForget, useWeigh } from './server'

interface Props {
  deal: string
  data: Criteria
  old?: Criterion
  onDone: () => void
}

/** CriterionForm writes a criterion: who cares, and how we and the rivals meet it in the customer's eyes. */
export function CriterionForm({ deal, data, old, onDone }: Props) {
  const { t } = useTranslation()
  const { data: people = [] } = useContacts(data.account)
  const weigh = useWeigh(deal, old)
  const [c, set] = useState({
    name: old?.name ?? '', formal: old?.formal ?? true, mandatory: old?.mandatory ?? false, milestone: old?.milestone ?? '', note: old?.note ?? '',
    caring: old?.caring.map((p) => p.contact) ?? [], fits: Object.fromEntries((old?.fits ?? []).map((f) => [f.rival ?? '', f.fit])) as Record<string, Fit>,
  })
  const save = () => weigh.mutate({ ...c, fits: Object.entries(c.fits).filter(([, fit]) => c.mandatory || fit !== 'unmet').map(([rival, fit]) => ({ rival: rival || undefined, fit })) }, { onSuccess: onDone })
  return (
    <Modal open width={560} title={old ? t('assessment.criterion_edit', { name: old.name }) : t('assessment.criterion_add')} onCancel={onDone} footer={
      <span className="assessment-buttons">
        {old && <Forget deal={deal} old={old} onDone={onDone} />}
        <Button type="primary" loading={weigh.isPending} disabled={!c.name.trim()} onClick={save}>{t('assessment.criterion_save')}</Button>
      </span>
    }>
      <div className="criterion-form">
        <Input aria-label={t('assessment.criterion')} placeholder={t('assessment.criterion')} maxLength={80} value={c.name} onChange={(e) => set({ ...c, name: e.target.value })} />
        <span className="criterion-kind">
          <Radio.Group optionType="button" size="small" aria-label={t('assessment.kind')} value={c.formal} onChange={(e) => set({ ...c, formal: e.target.value })} options={[{ value: true, label: t('assessment.formal') }, { value: false, label: t('assessment.informal') }]} />
          <Checkbox checked={c.mandatory} onChange={(e) => set({ ...c, mandatory: e.target.checked })}>{t('assessment.mandatory_hint')}</Checkbox>
        </span>
        <Input aria-label={t('assessment.milestone')} placeholder={t('assessment.milestone')} maxLength={80} value={c.milestone} onChange={(e) => set({ ...c, milestone: e.target.value })} />
        <Select mode="multiple" aria-label={t('assessment.caring')} placeholder={t('assessment.caring')} value={c.caring} onChange={(caring) => set({ ...c, caring })} showSearch={{ optionFilterProp: 'label' }}
          options={people.map((p) => ({ value: p.id, label: p.name }))} />
        {[{ id: '', name: t('assessment.us') }, ...data.sides].map((w) => (
          <div key={w.id} className="criterion-fit">
            <span>{w.name}</span>
            <Radio.Group optionType="button" size="small" aria-label={t('assessment.fit_of', { name: w.name })} value={c.fits[w.id]} onChange={(e) => set({ ...c, fits: { ...c.fits, [w.id]: e.target.value } })}
              options={fits.filter((f) => c.mandatory || f !== 'unmet').map((value) => ({ value, label: t(`assessment.fit_${value}`) }))} />
          </div>
        ))}
        <Input.TextArea rows={2} maxLength={300} aria-label={t('assessment.note')} placeholder={t('assessment.note')} value={c.note} onChange={(e) => set({ ...c, note: e.target.value })} />
        <Fault error={weigh.error} />
      </div>
    </Modal>
  )
}

function Forget({ deal, old, onDone }: { deal: string; old: Criterion; onDone: () => void }) {
  const { t } = useTranslation()
  const forget = useForget(deal, old)
  return <><Button type="text" danger loading={forget.isPending} onClick={() => forget.mutate(undefined, { onSuccess: onDone })}>{t('assessment.criterion_drop')}</Button><Fault error={forget.error} /></>
}
