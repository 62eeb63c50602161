import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { CheckFile } from './CheckFile'
import { CheckForm } from './CheckForm'
import { OrderTable } from './OrderTable'
import { type State, states, useOrders } from './server'

/** OrdersView are the orders that were checked, and where one checks another. */
export function OrdersView() {
  const { t } = useTranslation()
  const may = useMay()
  const [{ state }, set] = useAddress<{ state: State }>({ state: '' })
  const [checking, check] = useState(false)
  const { data, error, refetch, hasNextPage, fetchNextPage, isPlaceholderData } = useOrders(state)
  const first = data?.pages[0]
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const button = may('credit:request') && <Button size="small" type="primary" onClick={() => check(true)}>{t('credit.check')}</Button>
  return (
    <>
      {may('credit:request') && <CheckFile />}
      <Panel title={t('credit.orders')} subtitle={first?.currency} stale={isPlaceholderData} extra={<span className="credit-bar">
        <Select<State> size="small" value={state} aria-label={t('credit.state')} popupMatchSelectWidth={false} onChange={(state) => set({ state })} options={states.map((value) => ({ value, label: value === '' ? t('credit.all') : value === 'held' ? t('credit.held_title') : t(`credit.state_${value}`) }))} />
        {may('credit:export') && <Button size="small" href={`/api/credit/orders/export${state && `?state=${state}`}`}>{t('credit.export')}</Button>}
        {button}
      </span>}>
        <Fault error={error} onRetry={() => void refetch()} />
        {!first ? !error && <Waiting rows={6} /> : rows.length === 0 ? <Empty>{t('credit.orders_none')}</Empty> : <OrderTable rows={rows} currency={first.currency} stated />}
        {hasNextPage && <Button block onClick={() => void fetchNextPage()}>{t('credit.more')}</Button>}
      </Panel>
      {checking && <CheckForm currency={first?.currency} onDone={() => check(false)} />}
    </>
  )
}
