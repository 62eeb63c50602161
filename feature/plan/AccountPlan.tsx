import './plan.css'
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { ActionForm } from './ActionForm'
import { ActionTable } from './ActionTable'
import { useActions } from './server'
import { TemplatesPanel } from './TemplatesPanel'

/** AccountPlan is what has to be done for an account, and what was done. */
export default function AccountPlan({ account }: { account: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const [adding, add] = useState(false)
  const { data, error, refetch, hasNextPage, fetchNextPage } = useActions({ account })
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  const first = data?.pages[0]
  if (!first) return <Waiting rows={6} />
  const rows = data.pages.flatMap((p) => p.rows)
  const button = may('action:write') && <Button size="small" icon={<PlusOutlined />} onClick={() => add(true)}>{t('plan.new_action')}</Button>
  return (
    <div className="plan-screen">
      <Panel title={t('plan.actions')} subtitle={t('plan.actions_says')} extra={rows.length > 0 && button}>
        {rows.length === 0 ? <Empty action={button}>{t('plan.no_account_actions')}</Empty> : <ActionTable rows={rows} today={first.today} bare />}
        {hasNextPage && <Button block onClick={() => void fetchNextPage()}>{t('plan.more')}</Button>}
      </Panel>
      {may('action:write') && <TemplatesPanel today={first.today} account={account} />}
      {adding && <ActionForm account={account} today={first.today} onDone={() => add(false)} />}
    </div>
  )
}
