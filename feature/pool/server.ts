// What the screens of the pool ask the server.
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, type Schema, take } from '../../ui/api'
import { isAttended } from '../../ui/attention'

export type Standing = Reply<'/api/pool/standing'>
export type Pool = Reply<'/api/pool'>
export type Pooled = Pool['rows'][number]
export type Warned = Reply<'/api/pool/warnings'>['rows'][number]
export type Rules = Reply<'/api/pool/rules'>
export type Trial = Schema['PoolTrial']
export type Wanted = Pick<Rules, 'lines' | 'unowned' | 'warn' | 'most' | 'daily' | 'cooling'> & { spare: string[] }

const minute = 60_000
const key = 'pool'

export type Filter = Record<'search' | 'region' | 'industry' | 'latest', string>

/** query leaves out what is not asked. */
export const query = ({ latest, ...words }: Filter) => ({ ...Object.fromEntries(Object.entries(words).filter(([, value]) => value)), ...(latest && { latest: true }) })

export const useStanding = () =>
  useQuery({ queryKey: [key, 'standing'], queryFn: async () => take(await api.GET('/api/pool/standing')), refetchInterval: () => (isAttended() ? minute : false) })

export const usePool = (filter: Filter) =>
  useInfiniteQuery({
    queryKey: [key, 'list', filter],
    queryFn: async ({ pageParam: after }) => take(await api.GET('/api/pool', { params: { query: { ...query(filter), after, limit: 50 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next || undefined,
    placeholderData: keepPreviousData,
  })

export const useWarnings = () =>
  useInfiniteQuery({
    queryKey: [key, 'warnings'],
    queryFn: async ({ pageParam: after }) => take(await api.GET('/api/pool/warnings', { params: { query: { after, limit: 50 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next || undefined,
  })

/** useChange sends something and asks everything about the pool anew: also where it was refused, for somebody may have been faster. */
function useChange<In, Out>(send: (body: In) => Promise<Out>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: send, onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: [key] }), queries.invalidateQueries({ queryKey: ['accounts'] })]) })
}

export const useTake = () => useChange(async ({ id }: Pooled) => take(await api.POST('/api/pool/{id}/taking', { params: { path: { id } } })))

export const useAssign = (id: string) =>
  useChange(async (body: { user: string; on?: string }) => take(await api.POST('/api/pool/{id}/assignment', { params: { path: { id } }, body })))

export const useGive = (account: string) =>
  useChange(async (reason: string) => take(await api.POST('/api/accounts/{account}/pool', { params: { path: { account } }, body: { reason } })))

export const useRules = () => useQuery({ queryKey: [key, 'rules'], queryFn: async () => take(await api.GET('/api/pool/rules')), gcTime: 0 })

export const useTrial = () => useMutation({ mutationFn: async (body: Wanted) => take(await api.POST('/api/pool/rules/trial', { body })) })

export const useEnforce = (version: number) =>
  useChange(async (body: Wanted & { reason: string }) => take(await api.PUT('/api/pool/rules', { params: { header: { 'If-Match': `"${version}"` } }, body })))

export const useRuns = () => useQuery({ queryKey: [key, 'runs'], queryFn: async () => take(await api.GET('/api/pool/runs')), refetchInterval: () => (isAttended() ? 5_000 : false) })

export const useRun = () => useChange(async () => take(await api.POST('/api/pool/runs')))

export const useUndo = () => useChange(async (id: string) => take(await api.POST('/api/pool/runs/{id}/undo', { params: { path: { id } } })))
