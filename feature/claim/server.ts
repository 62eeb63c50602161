// What the screens of registrations ask the server.
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, type Schema, take } from '../../ui/api'
import { isAttended } from '../../ui/attention'

export type Standing = Reply<'/api/claims/standing'>
export type Rules = Standing['rules']
export type Claims = Reply<'/api/claims'>
export type Claim = Claims['rows'][number]
export type State = Claim['state']
export type Company = Schema['ClaimCompany']
export type Answer = Schema['ClaimAnswer']

const minute = 60_000

export interface Which {
  state?: State
  mine?: boolean
  decide?: boolean
}

export const useStanding = () =>
  useQuery({ queryKey: ['claims', 'standing'], queryFn: async () => take(await api.GET('/api/claims/standing')), refetchInterval: () => (isAttended() ? minute : false) })

export const useClaims = (query: Which) =>
  useInfiniteQuery({
    queryKey: ['claims', 'list', query],
    queryFn: async ({ pageParam: after }) => take(await api.GET('/api/claims', { params: { query: { ...query, after, limit: 50 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next || undefined,
    placeholderData: keepPreviousData,
  })

/** useCase is a claim before who decides about it. */
export const useCase = (id: string) =>
  useQuery({ queryKey: ['claims', 'case', id], queryFn: async () => take(await api.GET('/api/claims/{id}', { params: { path: { id } } })), gcTime: 0 })

/** useAsk asks whether a company is taken: a question that is counted, so it is sent once and never by itself. */
export function useAsk() {
  return useMutation({ mutationFn: async (body: Company) => take(await api.POST('/api/claims/check', { body })) })
}

/** useChange sends something and asks everything about claims anew. */
function useChange<In>(send: (body: In) => Promise<unknown>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: send, onSuccess: () => queries.invalidateQueries({ queryKey: ['claims'] }) })
}

const at = ({ id, version }: Claim) => ({ path: { id }, header: { 'If-Match': `"${version}"` } })

export type Wanted = Company & { region?: string; project: string; evidence: string; reason: string }

export const useClaim = () => useChange(async (body: Wanted) => take(await api.POST('/api/claims', { body })))

export const useSeen = () => useChange(async (upto: string) => take(await api.POST('/api/claims/news', { body: { upto } })))

export const useDecide = (claim: Claim) =>
  useChange(async (body: { grant: boolean; reason: string }) => take(await api.POST('/api/claims/{id}/decision', { params: at(claim), body })))

export const useRenew = () => useChange(async (claim: Claim) => take(await api.POST('/api/claims/{id}/renewal', { params: at(claim) })))

export const useReturn = (claim: Claim) =>
  useChange(async (reason: string) => take(await api.POST('/api/claims/{id}/return', { params: at(claim), body: { reason } })))

export function useOpen(claim: Claim) {
  return useChange(async (code: string) => take(await api.POST('/api/claims/{id}/account', { params: at(claim), body: { code } })))
}

export type Ruled = Pick<Rules, 'days' | 'most' | 'renewals' | 'warn' | 'checks' | 'reason'>

export const useGovern = (version: number) =>
  useChange(async (body: Ruled) => take(await api.PUT('/api/claims/rules', { params: { header: { 'If-Match': `"${version}"` } }, body })))
