import './plan.css'
import { Link } from '@tanstack/react-router'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { Slot } from '../../ui/Slot'
import { BlockersPanel } from './BlockersPanel'
import { ContactsPanel } from './ContactsPanel'
import { PlanForm } from './PlanForm'
import { type Plan, useEndPlan, usePlans, useProgress } from './server'
import { StepsPanel } from './StepsPanel'

/** PlanScreen is the thread of planning: what is planned for, how far it is, and the ways to each part of it. */
export default function PlanScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const [forming, form] = useState(false)
  const { data, error, refetch } = usePlans()
  const plan = data?.find((p) => p.state === 'open')
  return (
    <div className="plan-screen">
      <PageHead title={t('plan.plans')} note={plan && t('plan.period', { name: plan.name, from: plan.from, until: plan.until })}>
        <Slot name="plan.way" />
        {plan && <Link to={'/plans/page' as never}>{t('plan.page')}</Link>}
        {plan && may('plan:direct') && <Button onClick={() => form(true)}>{t('plan.change')}</Button>}
        {plan && may('plan:direct') && <End plan={plan} />}
      </PageHead>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data && !error && <Waiting rows={8} />}
      {data && !plan && <Empty action={may('plan:direct') && <Button type="primary" onClick={() => form(true)}>{t('plan.begin')}</Button>}>{t('plan.nothing')}</Empty>}
      {plan && <Thread plan={plan} />}
      {may('action:read') && <ContactsPanel />}
      {forming && <PlanForm plan={plan} onDone={() => form(false)} />}
    </div>
  )
}

/** Thread is the eight steps, and beside them who stands against the chosen one. */
function Thread({ plan }: { plan: Plan }) {
  const [{ step }, set] = useAddress({ step: '' })
  const { data, error, refetch } = useProgress(plan.id)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting rows={8} />
  const first = data.steps.find((s) => s.state === 'open' || s.state === 'stale') ?? data.steps[0]!
  const chosen = data.steps.find((s) => String(s.number) === step) ?? first
  return (
    <div className="plan-columns">
      <StepsPanel progress={data} chosen={chosen.number} onChoose={(number) => set({ step: String(number) })} />
      <BlockersPanel key={chosen.number} plan={plan} progress={data} step={chosen} />
    </div>
  )
}

function End({ plan }: { plan: Plan }) {
  const { t } = useTranslation()
  const end = useEndPlan()
  return (
    <Popconfirm title={t('plan.end')} description={t('plan.end_sure')} okText={t('plan.end')} onConfirm={() => end.mutate(plan)}>
      <Button loading={end.isPending}>{t('plan.end')}</Button>
    </Popconfirm>
  )
}
