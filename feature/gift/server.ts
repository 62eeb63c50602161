// What the screens of gifts ask the server.
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, type Schema, take } from '../../ui/api'

export type Register = Reply<'/api/gifts'>
export type Row = Register['rows'][number]
export type Giving = Schema['GiftGiving']
export type Occasion = Row['occasion']

export const occasions: Occasion[] = ['festival', 'visit', 'event', 'anniversary', 'thanks', 'other']

export interface Which {
  account?: string
  year?: number
  state?: Row['state']
}

const key = 'gifts'

export const useGifts = (query: Which) =>
  useInfiniteQuery({
    queryKey: [key, query],
    queryFn: async ({ pageParam: after }) => take(await api.GET('/api/gifts', { params: { query: { ...query, after, limit: 50 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next || undefined,
    placeholderData: keepPreviousData,
  })

/** useChange sends something and asks for gifts, and for what waits for consent, anew. */
function useChange<In, Out>(send: (body: In) => Promise<Out>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: send, onSuccess: () => Promise.all([key, 'approvals'].map((what) => queries.invalidateQueries({ queryKey: [what] }))) })
}

export const useGive = (account: string) => useChange(async (body: Giving) => take(await api.POST('/api/accounts/{account}/gifts', { params: { path: { account } }, body })))

export const useDrop = () => useChange(async ({ id, version }: Row) => take(await api.DELETE('/api/gifts/{id}', { params: { path: { id }, header: { 'If-Match': `"${version}"` } } })))
