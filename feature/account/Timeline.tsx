import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'

/** Timeline tells what happened to an account and around it, the latest first. */
export function Timeline({ account }: { account: string }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const pages = useInfiniteQuery({
    queryKey: ['account', account, 'timeline'],
    queryFn: async ({ pageParam: before }) => take(await api.GET('/api/accounts/{id}/timeline', { params: { path: { id: account }, query: { before, limit: 12 } } })),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => (page.length === 12 ? page.at(-1)?.at : undefined),
  })
  const entries = pages.data?.pages.flat() ?? []
  return (
    <Panel title={t('account.timeline')} extra={pages.hasNextPage && <button type="button" className="link small" onClick={() => void pages.fetchNextPage()}>{t('account.more')}</button>}>
      <Fault error={pages.error} onRetry={() => void pages.refetch()} />
      {pages.data && entries.length === 0 && <Empty>{t('account.nothing_happened')}</Empty>}
      <ul className="timeline">
        {entries.map((e, i) => (
          <li key={i}><time>{figures.day(figures.time(e.at))}</time><span>{t(e.key, e.args)}{e.actor && <small>{e.actor.startsWith('cli:') ? t('account.at_hand', { who: e.actor.slice(4) }) : e.actor}</small>}</span></li>
        ))}
      </ul>
    </Panel>
  )
}
