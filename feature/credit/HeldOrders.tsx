import './credit.css'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { PlainChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { OrderTable } from './OrderTable'
import { useOrders } from './server'

/** HeldOrders are the orders that do not pass, and what can be done about them. */
export default function HeldOrders() {
  const { t } = useTranslation()
  const { data, error, refetch, hasNextPage, fetchNextPage, isPlaceholderData } = useOrders('held', 20)
  const first = data?.pages[0]
  const { exact, count } = useFigures(first?.currency)
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <Panel title={t('credit.held_title')} subtitle={first && t('credit.held_says', { n: count(first.count), sum: exact(first.sum) })} stale={isPlaceholderData} extra={<PlainChip>{t('credit.two')}</PlainChip>}>
      <Fault error={error} onRetry={() => void refetch()} />
      {!first ? !error && <Waiting rows={4} /> : rows.length === 0 ? <Empty>{t('credit.held_none')}</Empty> : <OrderTable rows={rows} currency={first.currency} />}
      {hasNextPage && <Button block onClick={() => void fetchNextPage()}>{t('credit.more')}</Button>}
    </Panel>
  )
}
