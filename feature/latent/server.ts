// What the screens of latent demand ask the server.
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, take } from '../../ui/api'

export type Rows = Reply<'/api/latent'>
export type Row = Rows['rows'][number]
export type Sheet = Reply<'/api/accounts/{account}/latent'>
export type Candidate = Sheet['rows'][number]
export type Kind = Candidate['kind']

export const kinds: Kind[] = ['gap', 'affinity', 'reorder']

export interface Which {
  kind?: Kind
  owner?: string
  industry?: string
  product?: string
}

const page = 50

/** useCandidates are those of accounts in sight, page by page. */
export const useCandidates = (query: Which) =>
  useInfiniteQuery({
    queryKey: ['latent', 'list', query],
    queryFn: async ({ pageParam: from }) => take(await api.GET('/api/latent', { params: { query: { ...query, from, limit: page } } })),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next || undefined,
    placeholderData: keepPreviousData,
  })

export const usePairs = () => useQuery({ queryKey: ['latent', 'pairs'], queryFn: async () => take(await api.GET('/api/latent/pairs', { params: { query: { limit: 30 } } })) })

export const useSheet = (account: string) =>
  useQuery({ queryKey: ['latent', 'sheet', account], queryFn: async () => take(await api.GET('/api/accounts/{account}/latent', { params: { path: { account } } })) })

/** useDecline says that something is nothing for an account. */
export const useDecline = (account: string) =>
  useChange(async (body: { product: string; kind: Kind; reason: string }) =>
    take(await api.POST('/api/accounts/{account}/latent/declined', { params: { path: { account } }, body })))

/** useReconsider takes such a decision back. */
export const useReconsider = () =>
  useChange(async (id: string) => take(await api.POST('/api/latent/declined/{id}/back', { params: { path: { id } } })))

function useChange<In>(send: (body: In) => Promise<unknown>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: send, onSuccess: () => queries.invalidateQueries({ queryKey: ['latent'] }) })
}
