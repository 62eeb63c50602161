import './promotion.css'
import { PlusOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { today } from '../../ui/day'
import { Fault } from '../../ui/Fault'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { PlanForm } from './PlanForm'
import { PromotionTable } from './PromotionTable'
import { useCalendar } from './server'

/** PromotionPanel are the promotions of an account in this year and the next. */
export default function PromotionPanel({ account }: { account: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const [planning, plan] = useState(false)
  const year = Number(today().slice(0, 4))
  const { data, error, refetch } = useCalendar({ account, from: `${year}-01-01`, until: `${year + 1}-06-30` })
  const button = may('promotion:write') && <Button size="small" icon={<PlusOutlined />} onClick={() => plan(true)}>{t('promotion.plan')}</Button>
  return (
    <Panel title={t('promotion.promotions')} extra={<>{!!data?.rows.length && button} <Link to={'/money/promotions' as never}>{t('promotion.to_calendar')}</Link></>}>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data ? !error && <Waiting rows={3} /> : data.rows.length === 0 ? <Empty action={button}>{t('promotion.none_here')}</Empty> : <PromotionTable calendar={data} />}
      {planning && data && <PlanForm account={account} methods={data.methods} currency={data.currency} onDone={() => plan(false)} />}
    </Panel>
  )
}
