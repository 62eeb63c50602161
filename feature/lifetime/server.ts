// What the screens of lifetime values ask the server.
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api, type Reply, take } from '../../ui/api'

export type Lifetimes = Reply<'/api/lifetime'>
export type Row = Lifetimes['rows'][number]
export type Basis = 'margin' | 'sales'

export const ways = ['', 'forecast', 'formula', 'unknown'] as const
export type Way = (typeof ways)[number]

// as long as values are being worked out, they are asked for again and again
const again = (ready: boolean | undefined) => (ready === false ? 2000 : false)

/** useLifetimes lists accounts by what they will bring, page by page. */
export const useLifetimes = (basis: Basis, way: Way) =>
  useInfiniteQuery({
    queryKey: ['lifetime', basis, way],
    queryFn: async ({ pageParam: from }) => take(await api.GET('/api/lifetime', { params: { query: { basis, way: way || undefined, from } } })),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next || undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => again(state.data?.pages[0]?.ready),
  })

/** useLifetime is what one account will bring. */
export const useLifetime = (account: string, basis: Basis) =>
  useQuery({
    queryKey: ['lifetime', 'account', account, basis],
    queryFn: async () => take(await api.GET('/api/accounts/{account}/lifetime', { params: { path: { account }, query: { basis } } })),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => again(state.data?.ready),
  })
