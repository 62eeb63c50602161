// What the screens of service against its cost ask the server.
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, take } from '../../ui/api'

export type Servings = Reply<'/api/servicing'>
export type Row = Servings['rows'][number]
export type Type = Row['type']
export type Sheet = Reply<'/api/accounts/{account}/servicing'>
export type Quarter = Sheet['quarters'][number]

export const types = ['worse', 'dearer', 'T0', 'T1', 'T2', 'T3', 'T4', 'unknown'] as const
export const sources = ['survey', 'records', 'feedback', 'judgement'] as const

const key = 'servicing'

/** useServings compares two quarters of all accounts that are rated, page by page. */
export const useServings = (before: string, after: string, type: '' | Type) =>
  useInfiniteQuery({
    queryKey: [key, before, after, type],
    queryFn: async ({ pageParam: from }) => take(await api.GET('/api/servicing', { params: { query: { before, after, type: type || undefined, from } } })),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next || undefined,
    placeholderData: keepPreviousData,
  })

export const useSheet = (account: string) =>
  useQuery({ queryKey: [key, 'account', account], queryFn: async () => take(await api.GET('/api/accounts/{account}/servicing', { params: { path: { account } } })) })

export interface Said {
  value: number
  source: (typeof sources)[number]
  evidence: string
}

/** useRate says how well an account was served in a quarter, in place of the version that was read. */
export function useRate(account: string, { quarter, version }: Quarter) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (body: Said) =>
      take(await api.PUT('/api/accounts/{account}/servicing/{quarter}', { params: { path: { account, quarter }, header: { 'If-Match': `"${version}"` } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [key] }),
  })
}

/** named is a quarter as people call it: its first day is 2026-04-01. */
export const named = (quarter: string) => (quarter ? `${quarter.slice(0, 4)} Q${Math.ceil(Number(quarter.slice(5, 7)) / 3)}` : '')
