// What the screens of the ladder of loyalty ask the server.
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, take } from '../../ui/api'

export type Sheet = Reply<'/api/accounts/{account}/loyalty'>
export type Line = Sheet['lines'][number]
export type Board = Reply<'/api/loyalty'>
export type Row = Board['rows'][number]
export type Cell = Row['cells'][number]
export type Objective = Cell['objective']

export const objectives = ['keep', 'expand', 'turn'] as const

const key = 'loyalty'

export const useSheet = (account: string) =>
  useQuery({ queryKey: [key, 'account', account], queryFn: async () => take(await api.GET('/api/accounts/{account}/loyalty', { params: { path: { account } } })) })

export interface Asked {
  line?: string
  objective?: (typeof objectives)[number]
  rung?: number
  moved?: 'up' | 'down'
}

/** useBoard is the ladder of the accounts in sight, page by page. */
export const useBoard = (asked: Asked) =>
  useInfiniteQuery({
    queryKey: [key, 'board', asked],
    queryFn: async ({ pageParam: from }) => take(await api.GET('/api/loyalty', { params: { query: { ...asked, from } } })),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next || undefined,
    placeholderData: keepPreviousData,
  })

export interface Said {
  line: string
  demand?: number
  people?: string[]
  evidence: string
  expires?: string
}

const match = (version: number) => ({ 'If-Match': `"${version}"` })

/** useSay says what an account buys of a line, over the version that was read. */
export function useSay(account: string, version: number) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (body: Said) => take(await api.PUT('/api/accounts/{account}/loyalty', { params: { path: { account }, header: match(version) }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [key] }),
  })
}

export function useUnsay(account: string, line: Line) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async () => take(await api.DELETE('/api/accounts/{account}/loyalty', { params: { path: { account }, query: { line: line.line }, header: match(line.version) } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [key] }),
  })
}
