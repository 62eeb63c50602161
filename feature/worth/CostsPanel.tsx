import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, type Reply, take } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { missing, useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'

type Cost = Reply<'/api/accounts/{account}/costs'>['rows'][number]

/** CostsPanel lists what was put into an account, the latest first, each with where it comes from. */
export function CostsPanel({ account }: { account: string }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const pages = useInfiniteQuery({
    queryKey: ['worth', 'costs', account],
    queryFn: async ({ pageParam: after }) => take(await api.GET('/api/accounts/{account}/costs', { params: { path: { account }, query: { after } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })
  const rows = pages.data?.pages.flatMap((p) => p.rows)
  const person = (r: Cost) => (r.person ? t(`worth.person_${r.person}`) : '')
  const sheet = () => ({
    columns: [t('worth.on'), t('worth.kind'), t('worth.person'), t('worth.hours'), t('worth.amount'), t('worth.note'), t('worth.source')],
    rows: (rows ?? []).map((r) => [r.on, t(`worth.part_${r.kind}`), person(r), Number(r.hours) || '', r.amount ? r.amount / 100 : '', r.note, r.source]),
  })
  return (
    <Panel title={t('worth.costs')} subtitle={t('worth.costs_say')} sheet={sheet}>
      <Fault error={pages.error} onRetry={() => void pages.refetch()} />
      <Table<Cost> size="small" rowKey="id" pagination={false} loading={pages.isPending} dataSource={rows ?? []}
        locale={{ emptyText: <Empty>{t('worth.no_costs')}</Empty> }} scroll={{ x: 560 }}
        columns={[
          { title: t('worth.on'), dataIndex: 'on' },
          { title: t('worth.kind'), render: (_, r) => <>{t(`worth.part_${r.kind}`)}{r.person && <small className="third"> {person(r)}</small>}</> },
          { title: t('worth.hours'), align: 'right', render: (_, r) => (Number(r.hours) ? figures.decimal(Number(r.hours)) : missing) },
          { title: t('worth.amount'), align: 'right', render: (_, r) => (r.amount ? figures.exact(r.amount) : missing) },
          { title: t('worth.note'), dataIndex: 'note' },
          { title: t('worth.source'), render: (_, r) => <span className="third" title={`${r.source} · ${r.file}`}>{r.number || r.source}</span> },
        ]} />
      {pages.hasNextPage && <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('worth.more')}</Button>}
    </Panel>
  )
}
