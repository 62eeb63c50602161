import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { api, take } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { Waiting } from '../../ui/kit/Waiting'
import './duplicates.css'
import type { Pair } from './pair'
import { PairPanel } from './PairPanel'
import { type Undoable, UndoBar } from './UndoBar'

/** DuplicatesScreen is the inbox of accounts that may be one company. */
export default function DuplicatesScreen() {
  const { t } = useTranslation()
  const [{ state }, setAddress] = useAddress<{ state: Pair['state'] }>({ state: 'open' })
  const [done, setDone] = useState<Undoable>()
  const pages = usePairs(state)
  const pairs = pages.data?.pages.flatMap((page) => page.rows)
  return (
    <div className="duplicates">
      <PageHead title={t('account.duplicates')} note={t('account.duplicates_why')}>
        <Segmented<Pair['state']> value={state} onChange={(next) => setAddress({ state: next })} aria-label={t('account.duplicates_state')}
          options={[{ value: 'open', label: t('account.pairs_open') }, { value: 'merged', label: t('account.pairs_merged') }, { value: 'apart', label: t('account.pairs_apart') }]} />
        <Search />
      </PageHead>
      {done && <UndoBar key={done.merge} done={done} onClose={() => setDone(undefined)} />}
      <Fault error={pages.error} onRetry={() => void pages.refetch()} />
      {pages.isPending && <Waiting rows={6} />}
      {pairs?.length === 0 && <Empty>{t(`account.pairs_none_${state}`)}</Empty>}
      {pairs?.map((pair) => <PairPanel key={pair.id} pair={pair} onMerged={setDone} />)}
      {pages.hasNextPage && <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('account.more')}</Button>}
    </div>
  )
}

function usePairs(state: Pair['state']) {
  return useInfiniteQuery({
    queryKey: ['duplicates', state],
    queryFn: async ({ pageParam: after }) => take(await api.GET('/api/account-duplicates', { params: { query: { state, after, limit: 20 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next || undefined,
  })
}

/** Search starts to look for pairs at once; otherwise it happens every night. */
function Search() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const search = useMutation({
    mutationFn: async () => take(await api.POST('/api/account-duplicates/search')),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['jobs'] }),
  })
  return <Button loading={search.isPending} onClick={() => search.mutate()}>{t('account.duplicates_look')}</Button>
}
