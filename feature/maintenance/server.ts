// What the screens of maintenance ask the server.
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, take } from '../../ui/api'

export type Sheet = Reply<'/api/accounts/{account}/maintenance'>
export type Done = Sheet['activities'][number]
export type Quality = Sheet['quality']
export type Board = Reply<'/api/maintenance'>
export type Row = Board['rows'][number]
export type Form = Sheet['forms'][number]['form']

export const forms: Form[] = ['hardware', 'software', 'function', 'spirit', 'special']
export const items = ['communication', 'cooperation', 'win_win', 'closeness', 'control'] as const
export const stakeholders: Quality['stakeholder'][] = ['consumer', 'supplier', 'distributor', 'competitor', 'government', 'public']

const key = 'maintenance'

export const useSheet = (account: string) =>
  useQuery({ queryKey: [key, 'account', account], queryFn: async () => take(await api.GET('/api/accounts/{account}/maintenance', { params: { path: { account } } })) })

export interface Asked {
  state?: 'short' | 'single'
  month?: string
}

/** useBoard is how the accounts in sight are looked after, page by page. */
export const useBoard = (asked: Asked) =>
  useInfiniteQuery({
    queryKey: [key, 'board', asked],
    queryFn: async ({ pageParam: from }) => take(await api.GET('/api/maintenance', { params: { query: { ...asked, from } } })),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next || undefined,
    placeholderData: keepPreviousData,
  })

function useRefresh() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: [key] })
}

const match = (version: number) => ({ 'If-Match': `"${version}"` })

export interface Noted {
  form: Form
  on: string
  title: string
  spend: number
  reached?: number
  people?: string[]
  remark?: string
}

/** useRecord notes an activity, or writes over one. */
export function useRecord(account: string, now?: Done) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async (body: Noted) => (now
      ? take(await api.PUT('/api/maintenance/{id}', { params: { path: { id: now.id }, header: match(now.version) }, body }))
      : take(await api.POST('/api/accounts/{account}/maintenance', { params: { path: { account } }, body }))),
    onSuccess: refresh,
  })
}

export function useUndo(now: Done) {
  const refresh = useRefresh()
  return useMutation({ mutationFn: async () => take(await api.DELETE('/api/maintenance/{id}', { params: { path: { id: now.id }, header: match(now.version) } })), onSuccess: refresh })
}

export type Rating = Pick<Quality, 'stakeholder' | 'communication' | 'cooperation' | 'win_win' | 'closeness' | 'control' | 'evidence'>

/** useRate says how good a relationship is, over the version that was read. */
export function useRate(account: string, version: number) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async (body: Rating) => take(await api.PUT('/api/accounts/{account}/maintenance/quality', { params: { path: { account }, header: match(version) }, body })),
    onSuccess: refresh,
  })
}
