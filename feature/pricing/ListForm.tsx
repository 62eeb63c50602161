import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { today } from '../../ui/day'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { type Heading, type List, type Lists, type Scope, scopes, useSaveList } from './server'

/** ListForm begins a list, or says of one that is there for whom it is, and how long. */
export function ListForm({ old, lists, onDone }: { old?: List; lists: Lists; onDone: () => void }) {
  const { t } = useTranslation()
  const [value, set] = useState<Heading>(() => (old ? { name: old.name, scope: old.scope, place: old.place, from: old.from, until: old.until, note: old.note } : { name: '', scope: 'all', from: today() }))
  const change = (some: Partial<Heading>) => set({ ...value, ...some })
  const save = useSaveList(old)
  const places: Record<Scope, { value: string; label: string }[]> = {
    all: [],
    region: (lists.regions ?? []).map((value) => ({ value, label: value })),
    industry: (lists.industries ?? []).map((value) => ({ value, label: value })),
    tier: lists.tiers.map((value) => ({ value, label: t(`pricing.tier_${value}`) })),
  }
  return (
    <Modal open title={t(old ? 'pricing.change_list' : 'pricing.new_list')} onCancel={onDone} okText={t('pricing.save')} cancelText={t('pricing.cancel')} confirmLoading={save.isPending}
      okButtonProps={{ disabled: !value.name.trim() || (value.scope !== 'all' && !value.place) }} onOk={() => save.mutate(value, { onSuccess: onDone })}>
      <div className="pricing-form">
        <label>{t('pricing.name')}<Input autoFocus maxLength={120} value={value.name} onChange={(e) => change({ name: e.target.value })} /></label>
        <label>{t('pricing.for')}<Select<Scope> value={value.scope} onChange={(scope) => change({ scope, place: '' })} options={scopes.map((value) => ({ value, label: t(`pricing.scope_${value}`) }))} /></label>
        {value.scope !== 'all' && <label>{t('pricing.place')}<Select showSearch value={value.place || undefined} onChange={(place: string) => change({ place })} options={places[value.scope]} /></label>}
        <Day label={t('pricing.from')} value={value.from} onChange={(from) => change({ from })} />
        <Day label={t('pricing.until')} value={value.until ?? ''} first={value.from} onChange={(until) => change({ until })} />
        <label>{t('pricing.note')}<Input maxLength={500} value={value.note} onChange={(e) => change({ note: e.target.value })} /></label>
        <Fault error={save.error} />
      </div>
    </Modal>
  )
}
