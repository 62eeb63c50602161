import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { usePeople } from '../../ui/people'
import { type Plan, type Step, useSave } from './server'

/** PlanForm makes a plan, or changes it: who, by when, in which steps. */
export function PlanForm({ account, plan, today, me, onDone }: { account: string; plan: Plan | null; today: string; me: string; onDone: () => void }) {
  const { t } = useTranslation()
  const { options } = usePeople()
  const [owner, setOwner] = useState(plan?.owner ?? me)
  const [due, setDue] = useState(plan?.due ?? later(today))
  const [steps, setSteps] = useState<Step[]>(plan?.steps ?? [{ said: '', due: later(today), done: '' }])
  const save = useSave(account, plan)
  const change = (at: number, to: Partial<Step>) => setSteps(steps.map((s, i) => (i === at ? { ...s, ...to } : s)))
  return (
    <Modal open title={t('upgrade.plan')} onCancel={onDone} width={560} okText={t('upgrade.save')} confirmLoading={save.isPending}
      onOk={() => save.mutate({ owner, due, steps }, { onSuccess: onDone })}>
      <div className="upgrade-form">
        <Select aria-label={t('upgrade.owner')} value={owner} onChange={setOwner} showSearch={{ optionFilterProp: 'label' }} prefix={<span className="third">{t('upgrade.owner')}</span>} options={options} />
        <Day label={t('upgrade.due')} value={due} onChange={setDue} first={today} />
        <h3 className="upgrade-head">{t('upgrade.steps')}</h3>
        {steps.map((s, i) => (
          <div key={i} className="upgrade-step">
            <Input aria-label={t('upgrade.step', { number: i + 1 })} value={s.said} maxLength={200} placeholder={t('upgrade.step_hint')} onChange={(e) => change(i, { said: e.target.value })} />
            <Day label={t('upgrade.step_due')} value={s.due} onChange={(due) => change(i, { due })} last={due} />
            <Button type="text" icon={<DeleteOutlined />} disabled={steps.length === 1} aria-label={t('upgrade.remove_step', { number: i + 1 })} onClick={() => setSteps(steps.filter((_, k) => k !== i))} />
          </div>
        ))}
        <Button size="small" icon={<PlusOutlined />} disabled={steps.length === 20} onClick={() => setSteps([...steps, { said: '', due, done: '' }])}>{t('upgrade.add_step')}</Button>
        <Fault error={save.error} />
      </div>
    </Modal>
  )
}

// later is a quarter after a day: within it a class can rise.
function later(today: string) {
  const day = new Date(today)
  day.setUTCMonth(day.getUTCMonth() + 3)
  return day.toISOString().slice(0, 10)
}
