import './plan.css'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { Slot } from '../../ui/Slot'
import { PlanForm } from './PlanForm'
import { usePlans } from './server'

/** PlanScreen is the thread of planning: what is planned for, how far it is, and the ways to each part of it. */
export default function PlanScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const [forming, form] = useState(false)
  const { data, error, refetch } = usePlans()
  const plan = data?.find((p) => p.state === 'open')
  const begin = may('plan:direct') && !plan && <Button type="primary" onClick={() => form(true)}>{t('plan.begin')}</Button>
  return (
    <div className="plan-screen">
      <PageHead title={t('plan.plans')} note={plan && t('plan.period', { name: plan.name, from: plan.from, until: plan.until })}>
        <Slot name="plan.way" />
      </PageHead>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data && !error && <Panel title={t('plan.steps')}><Waiting rows={8} /></Panel>}
      {data && !plan && <Empty action={begin}>{t('plan.nothing')}</Empty>}
      {forming && <PlanForm onDone={() => form(false)} />}
    </div>
  )
}
