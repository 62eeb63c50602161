// What the screens of credit ask the server.
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, type Schema, take } from '../../ui/api'

export type Sheet = Reply<'/api/accounts/{account}/credit'>
export type Proposal = Reply<'/api/accounts/{account}/credit/proposal'>
export type Board = Reply<'/api/credit/orders'>
export type Order = Board['rows'][number]
export type Reviews = Reply<'/api/credit/reviews'>
export type Review = Reviews['rows'][number]
export type Limiting = Schema['CreditLimiting']
export type Learned = Schema['CreditLearned']
export type Answer = Schema['CreditAnswer']
export type Checked = Schema['CreditChecked']
export type State = '' | 'held' | Order['state']

export const states: State[] = ['', 'held', 'passed', 'blocked', 'asked', 'released', 'cash', 'closed']
export const parts = ['finance', 'reputation', 'other', 'insolvent', 'dishonest'] as const

const key = 'credit'

export const useLight = (account: string) =>
  useQuery({ queryKey: [key, 'light', account], queryFn: async () => take(await api.GET('/api/accounts/{account}/credit/light', { params: { path: { account } } })) })

export const useSheet = (account: string) =>
  useQuery({ queryKey: [key, 'sheet', account], queryFn: async () => take(await api.GET('/api/accounts/{account}/credit', { params: { path: { account } } })), placeholderData: keepPreviousData })

export const useProposal = (account: string, on: string, season: number, forecast?: number) =>
  useQuery({
    queryKey: [key, 'proposal', account, on, season, forecast],
    queryFn: async () => take(await api.GET('/api/accounts/{account}/credit/proposal', { params: { path: { account }, query: { on, season, forecast } } })),
    placeholderData: keepPreviousData,
  })

export const useOrders = (state: State, limit = 50) =>
  useInfiniteQuery({
    queryKey: [key, 'orders', state, limit],
    queryFn: async ({ pageParam: after }) => take(await api.GET('/api/credit/orders', { params: { query: { state: state || undefined, after, limit } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next || undefined,
    placeholderData: keepPreviousData,
  })

export const useReviews = (high: boolean) =>
  useQuery({ queryKey: [key, 'reviews', high], queryFn: async () => take(await api.GET('/api/credit/reviews', { params: { query: { high } } })), placeholderData: keepPreviousData })

/** useChange sends something and asks for credit, and for what waits for consent, anew. */
function useChange<In, Out>(send: (body: In) => Promise<Out>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: send, onSuccess: () => Promise.all([key, 'approvals', 'today'].map((what) => queries.invalidateQueries({ queryKey: [what] }))) })
}

export const useLimit = (account: string) =>
  useChange(async (body: Limiting) => take(await api.POST('/api/accounts/{account}/credit/limits', { params: { path: { account } }, body })))

export const useRate = (account: string) =>
  useChange(async (learned: Learned[]) => take(await api.POST('/api/accounts/{account}/credit/ratings', { params: { path: { account } }, body: { learned } })))

export const useCheck = () => useChange(async (body: Schema['CreditSent']) => take(await api.POST('/api/credit/orders', { body })))

export const useCheckFile = () =>
  useChange(async (file: File) => {
    const sent = { body: file, bodySerializer: (body: unknown) => body, headers: { 'Content-Type': 'application/octet-stream' } }
    return take((await api.POST('/api/credit/orders/file' as never, sent as never)) as { data?: Checked; response: Response })
  })

export type Act = 'release' | 'cash' | 'close'

const at = ({ id, version }: Order) => ({ path: { order: id }, header: { 'If-Match': `"${version}"` } })

export const useAct = () =>
  useChange(async ({ order, act, reason }: { order: Order; act: Act; reason: string }) => {
    const sent = { params: at(order), body: { reason } }
    if (act === 'release') return take(await api.POST('/api/credit/orders/{order}/release', sent))
    if (act === 'cash') return take(await api.POST('/api/credit/orders/{order}/cash', sent))
    return take(await api.POST('/api/credit/orders/{order}/close', sent))
  })

export const useRecheck = () => useChange(async (order: Order) => take(await api.POST('/api/credit/orders/{order}/recheck', { params: at(order) })))
