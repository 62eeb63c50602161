// What the screens of collection ask the server.
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, type Schema, take } from '../../ui/api'

export type Sheet = Reply<'/api/accounts/{account}/collection'>
export type Debt = Sheet['debts'][number]
export type Dispute = Sheet['disputes'][number]
export type Promised = Sheet['promises'][number]
export type Logged = Sheet['log'][number]
export type Course = Sheet['course']
export type Step = Course['steps'][number]['does']
export type Row = Reply<'/api/money/collection'>['rows'][number]
export type Agreement = Sheet['agreement']
export type Calendar = Reply<'/api/money/expected'>
export type Asking = Schema['CollectionAsking']

export const reasons = ['quality', 'quantity', 'price', 'delivery', 'invoice', 'service', 'other'] as const

const key = 'collection'

export const useSheet = (account: string) =>
  useQuery({ queryKey: [key, account], queryFn: async () => take(await api.GET('/api/accounts/{account}/collection', { params: { path: { account } } })) })

/** useList lists who is asked for money, page by page. */
export const useList = () =>
  useInfiniteQuery({
    queryKey: [key, 'list'],
    queryFn: async ({ pageParam: from }) => take(await api.GET('/api/money/collection', { params: { query: { from } } })),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next || undefined,
  })

export const useCalendar = (from: string, until: string) =>
  useQuery({ queryKey: [key, 'expected', from, until], placeholderData: keepPreviousData, queryFn: async () => take(await api.GET('/api/money/expected', { params: { query: { from, until } } })) })

export const useDraft = (account: string, does: Step, language: 'zh-CN' | 'en') =>
  useQuery({ queryKey: [key, account, 'letter', does, language], queryFn: async () => take(await api.GET('/api/accounts/{account}/collection/letter', { params: { path: { account }, query: { does, language } } })) })

/** useChange sends something and asks for everything that shows money anew. */
function useChange<In, Out>(send: (body: In) => Promise<Out>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: send, onSuccess: () => Promise.all([key, 'money', 'receivables', 'approvals', 'today', 'credit'].map((what) => queries.invalidateQueries({ queryKey: [what] }))) })
}

const match = (version: number) => ({ 'If-Match': `"${version}"` })

export const useDispute = (account: string) =>
  useChange(async (body: Schema['CollectionDisputed']) => take(await api.POST('/api/accounts/{account}/collection/disputes', { params: { path: { account } }, body })))

export const useSettle = (account: string, { id, version }: Dispute) =>
  useChange(async (body: Schema['CollectionSettling']) => take(await api.POST('/api/accounts/{account}/collection/disputes/{id}/settle', { params: { path: { account, id }, header: match(version) }, body })))

export const usePromise = (account: string) =>
  useChange(async (body: Schema['CollectionPromising']) => take(await api.POST('/api/accounts/{account}/collection/promises', { params: { path: { account } }, body })))

export const useWithdraw = (account: string) =>
  useChange(async ({ id, version }: Promised) => take(await api.DELETE('/api/accounts/{account}/collection/promises/{id}', { params: { path: { account, id }, header: match(version) } })))

export const useGiveUp = (account: string) =>
  useChange(async (body: Schema['CollectionGivingUp']) => take(await api.POST('/api/accounts/{account}/collection/write-offs', { params: { path: { account } }, body })))

export const useAgree = (account: string) =>
  useChange(async (body: Schema['CollectionAgreeing']) => take(await api.POST('/api/accounts/{account}/collection/steps', { params: { path: { account } }, body })))

export const useDun = (account: string) =>
  useChange(async (body: Asking) => take(await api.POST('/api/accounts/{account}/collection/dunnings', { params: { path: { account } }, body })))

/** useHold stops delivery, or has it go on where it is stopped. */
export const useHold = (account: string, stop: Sheet['stop']) =>
  useChange(async (reason: string) =>
    stop
      ? take(await api.POST('/api/accounts/{account}/collection/stops/{id}/lift', { params: { path: { account, id: stop.id }, header: match(stop.version) }, body: { reason } }))
      : take(await api.POST('/api/accounts/{account}/collection/stops', { params: { path: { account } }, body: { reason } })))
