import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { today } from '../../ui/day'
import { Day } from '../../ui/kit/Day'
import { type Plan, useSavePlan } from './server'

/** PlanForm begins the planning of a period, or changes its name and days. */
export function PlanForm({ plan, onDone }: { plan?: Plan; onDone: () => void }) {
  const { t } = useTranslation()
  const year = Number(today().slice(0, 4)) + 1
  const [name, setName] = useState(plan?.name ?? t('plan.name_of', { year }))
  const [from, setFrom] = useState(plan?.from ?? `${year}-01-01`)
  const [until, setUntil] = useState(plan?.until ?? `${year}-12-31`)
  const save = useSavePlan(plan)
  return (
    <Modal open title={t(plan ? 'plan.change' : 'plan.begin')} onCancel={onDone} okText={t('plan.save')} confirmLoading={save.isPending}
      onOk={() => save.mutate({ name, from, until }, { onSuccess: onDone })}>
      <div className="plan-form">
        <Input aria-label={t('plan.name')} prefix={<span className="third">{t('plan.name')}</span>} value={name} maxLength={60} onChange={(e) => setName(e.target.value)} />
        <Day label={t('plan.from')} value={from} onChange={setFrom} />
        <Day label={t('plan.until')} value={until} onChange={setUntil} first={from} />
        <Fault error={save.error} />
      </div>
    </Modal>
  )
}
