// What the screens ask the server.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, type Schema, take, versioned } from '../../ui/api'

export type Line = Schema['AuditingLine']
export type Value = Schema['AuditingValue']
export type Chain = Schema['AuditingChain']

/** Log is one of the logs, Filter what narrows it. */
export type Log = 'changes' | 'access' | 'security' | 'credit' | 'cases'
export interface Filter extends Record<string, string> {
  person: string
  object: string
  verb: string
  from: string
  to: string
}

/** narrowed leaves out of a filter what says nothing. */
export const narrowed = (filter: Filter) => Object.fromEntries(Object.entries(filter).filter(([, value]) => value)) as Partial<Filter>

const follow = { initialPageParam: undefined as string | undefined, getNextPageParam: (page: Schema['AuditingPage']) => page.next || undefined }

/** useLog is a log, page by page, in the user's language. */
export function useLog(log: Log, filter: Filter) {
  const { i18n } = useTranslation()
  return useInfiniteQuery({
    queryKey: ['audit', log, filter, i18n.language],
    queryFn: async ({ pageParam: after }) => take(await api.GET(`/api/audit/${log}`, { params: { query: { ...narrowed(filter), after } } })),
    ...follow,
  })
}

/** useHistory is what became of an account, page by page. */
export function useHistory(id: string) {
  const { i18n } = useTranslation()
  return useInfiniteQuery({
    queryKey: ['account', id, 'history', i18n.language],
    queryFn: async ({ pageParam: after }) => take(await api.GET('/api/accounts/{id}/history', { params: { path: { id }, query: { after, limit: 10 } } })),
    ...follow,
  })
}

/** useWords are the verbs and objects that a log can be narrowed to. */
export function useWords() {
  const { i18n } = useTranslation()
  return useQuery({ queryKey: ['audit', 'words', i18n.language], queryFn: async () => take(await api.GET('/api/audit/words')), staleTime: Infinity })
}

/** useChain looks every few seconds how far the entries are sealed. */
export function useChain() {
  return useQuery({ queryKey: ['audit', 'chain'], queryFn: async () => take(await api.GET('/api/audit/chain')), refetchInterval: 5_000 })
}

/** useVerify starts a verification. */
export function useVerify() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async () => take(await api.POST('/api/audit/verification')),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['jobs'] }),
  })
}

export function useRetention() {
  return useQuery({ queryKey: ['audit', 'retention'], queryFn: async () => versioned(await api.GET('/api/audit/retention')) })
}

/** useRetain sets for how long logs are kept. */
export function useRetain(etag: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (body: Schema['AuditingRetention']) => take(await api.PUT('/api/audit/retention', { params: { header: { 'If-Match': etag } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['audit'] }),
  })
}
