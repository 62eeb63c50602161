import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, type Reply, take } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Slot } from '../../ui/Slot'

type Invoice = Reply<'/api/accounts/{account}/invoices'>['rows'][number]

/** MoneyTab tells of an account's money: what others say of it, then its invoices. */
export default function MoneyTab({ account }: { account: string }) {
  return (
    <div className="stack">
      <Slot name="account.money" account={account} />
      <Invoices account={account} />
    </div>
  )
}

/** Invoices are those of an account, the latest first. */
function Invoices({ account }: { account: string }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const pages = useInfiniteQuery({
    queryKey: ['ledger', 'invoices', account],
    queryFn: async ({ pageParam: after }) => take(await api.GET('/api/accounts/{account}/invoices', { params: { path: { account }, query: { after } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })
  const rows = pages.data?.pages.flatMap((p) => p.rows)
  const sheet = () => ({
    columns: [t('ledger.invoice'), t('ledger.issued_on'), t('ledger.due_on'), t('ledger.settled_on'), t('ledger.exact_amount'), t('ledger.days_late')],
    rows: (rows ?? []).map((r) => [r.number, r.issued_on, r.due_on ?? '', r.settled_on ?? '', r.amount / 100, r.overdue]),
  })
  return (
    <Panel title={t('ledger.invoices')} subtitle={t('ledger.invoices_say')} sheet={sheet}>
      <Fault error={pages.error} onRetry={() => void pages.refetch()} />
      <Table<Invoice> size="small" rowKey="id" pagination={false} loading={pages.isPending} dataSource={rows ?? []}
        locale={{ emptyText: <Empty>{t('ledger.no_invoices')}</Empty> }} scroll={{ x: 560 }}
        columns={[
          { title: t('ledger.invoice'), dataIndex: 'number' },
          { title: t('ledger.issued_on'), dataIndex: 'issued_on' },
          { title: t('ledger.due_on'), render: (_, r) => figures.date(r.due_on) },
          { title: t('ledger.state'), render: (_, r) => <Paid invoice={r} /> },
          { title: t('ledger.exact_amount'), align: 'right', render: (_, r) => figures.exact(r.amount) },
        ]} />
      {pages.hasNextPage && <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('ledger.more')}</Button>}
    </Panel>
  )
}

function Paid({ invoice: { settled_on, overdue } }: { invoice: Invoice }) {
  const { t } = useTranslation()
  if (settled_on) return <StateChip state="ok">{t('ledger.settled', { date: settled_on })}</StateChip>
  if (overdue > 0) return <StateChip state="blocked">{t('ledger.late_days', { days: overdue })}</StateChip>
  return <StateChip state="info">{t('ledger.not_due')}</StateChip>
}
