// What the screens of risks ask the server.
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, take } from '../../ui/api'

export type Sheet = Reply<'/api/accounts/{account}/risks'>
export type Rated = Sheet['causes'][number]
export type Signal = Sheet['signals'][number]
export type Look = Sheet['looks'][number]
export type Interruption = Sheet['interruptions'][number]
export type Offer = Interruption['offers'][number]
export type Board = Reply<'/api/risks'>
export type Row = Board['rows'][number]
export type Case = Reply<'/api/risks/recovery'>['rows'][number]
export type Cause = Rated['cause']
export type Level = Sheet['level']
export type Result = 'recovered' | 'downgraded' | 'lost'

export const causes: Cause[] = ['I1', 'I2', 'I3', 'I4', 'I5', 'E1', 'E2', 'E3', 'E4']

const key = 'risks'

export const useSheet = (account: string) =>
  useQuery({ queryKey: [key, 'account', account], queryFn: async () => take(await api.GET('/api/accounts/{account}/risks', { params: { path: { account } } })) })

export interface Asked {
  level?: 'green' | 'yellow' | 'red'
  state?: 'signals' | 'broken' | 'late'
  cause?: Cause
  probability?: number
  impact?: number
}

/** useBoard lists the alerts of the accounts in sight, page by page. */
export const useBoard = (asked: Asked) =>
  useInfiniteQuery({
    queryKey: [key, 'board', asked],
    queryFn: async ({ pageParam: from }) => take(await api.GET('/api/risks', { params: { query: { ...asked, from } } })),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next || undefined,
    placeholderData: keepPreviousData,
  })

export const useRecovery = () => useQuery({ queryKey: [key, 'recovery'], queryFn: async () => take(await api.GET('/api/risks/recovery')) })

function useRefresh() {
  const queries = useQueryClient()
  return () => Promise.all([queries.invalidateQueries({ queryKey: [key] }), queries.invalidateQueries({ queryKey: ['development'] })])
}

const match = (version: number) => ({ 'If-Match': `"${version}"` })

export interface Judged {
  probability: number
  impact: number
  evidence: string
  counter?: string
  owner?: string
  due?: string
}

/** useJudge judges a cause, or makes a risk of a signal, over the version that was read. */
export function useJudge(account: string, cause: Rated, signal?: Signal) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async (body: Judged) => (signal
      ? take(await api.POST('/api/risks/signals/{id}/accept', { params: { path: { id: signal.id }, header: match(signal.version) }, body: { ...body, version: cause.version } }))
      : take(await api.PUT('/api/accounts/{account}/risks/{cause}', { params: { path: { account, cause: cause.cause }, header: match(cause.version) }, body }))),
    onSuccess: refresh,
  })
}

export function useDrop(account: string, cause: Rated) {
  const refresh = useRefresh()
  return useMutation({ mutationFn: async () => take(await api.DELETE('/api/accounts/{account}/risks/{cause}', { params: { path: { account, cause: cause.cause }, header: match(cause.version) } })), onSuccess: refresh })
}

export function useDecline(signal: Signal) {
  const refresh = useRefresh()
  return useMutation({ mutationFn: async (reason: string) => take(await api.POST('/api/risks/signals/{id}/decline', { params: { path: { id: signal.id }, header: match(signal.version) }, body: { reason } })), onSuccess: refresh })
}

export interface Broken {
  cause: Cause
  opened: string
  description: string
  recovery: string
  owner: string
  due: string
}

/** useBreak notes an interruption, or writes over its plan. */
export function useBreak(account: string, now?: Interruption) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async (body: Broken) => (now
      ? take(await api.PUT('/api/risks/interruptions/{id}', { params: { path: { id: now.id }, header: match(now.version) }, body }))
      : take(await api.POST('/api/accounts/{account}/interruptions', { params: { path: { account } }, body }))),
    onSuccess: refresh,
  })
}

export function useClose(now: Interruption) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async (body: { result: Result; closing: string }) => take(await api.POST('/api/risks/interruptions/{id}/close', { params: { path: { id: now.id }, header: match(now.version) }, body })),
    onSuccess: refresh,
  })
}

export interface Offered {
  measure: string
  spend: number
  on: string
  result?: '' | 'taken' | 'refused'
  remark?: string
}

/** useOffer adds an offer to an interruption, or says what they have answered to it. */
export function useOffer(interruption: string, offer?: Offer) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async (body: Offered) => (offer
      ? take(await api.PUT('/api/risks/offers/{id}', { params: { path: { id: offer.id }, header: match(offer.version) }, body }))
      : take(await api.POST('/api/risks/interruptions/{id}/offers', { params: { path: { id: interruption } }, body }))),
    onSuccess: refresh,
  })
}
