// What the screens ask the server.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, type Schema, take } from '../../ui/api'

export type Checks = Reply<'/api/accounts/{account}/stores'>
export type Sheet = Checks['rows'][number]
export type Photo = Sheet['photos'][number]
export type Ranking = Reply<'/api/stores'>
export type Tools = Reply<'/api/stores/tools'>
export type Given = Schema['StoreCheck']

export function useChecks(account: string) {
  return useInfiniteQuery({
    queryKey: ['store', 'checks', account],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam: after }) => take(await api.GET('/api/accounts/{account}/stores', { params: { path: { account }, query: { after, limit: 10 } } })),
    getNextPageParam: (page) => page.next,
  })
}

export function useTools() {
  return useQuery({ queryKey: ['store', 'tools'], queryFn: async () => take(await api.GET('/api/stores/tools')) })
}

export function useRanking() {
  return useQuery({ queryKey: ['store', 'ranking'], queryFn: async () => take(await api.GET('/api/stores')) })
}

/** usePhoto is the whole picture, which is fetched when somebody wants to look at it. */
export function usePhoto(photo: string) {
  return useQuery({ queryKey: ['store', 'photo', photo], queryFn: async () => take(await api.GET('/api/stores/photos/{photo}', { params: { path: { photo } } })) })
}

function useChange<In, Out>(change: (input: In) => Promise<Out>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: () => queries.invalidateQueries({ queryKey: ['store'] }) })
}

/** useSave enters a check, or writes over the version that was read. */
export const useSave = (account: string, sheet?: Sheet) =>
  useChange(async (body: Given) => (sheet
    ? take(await api.PUT('/api/stores/{id}', { params: { path: { id: sheet.id }, header: { 'If-Match': `"${sheet.version}"` } }, body }))
    : take(await api.POST('/api/accounts/{account}/stores', { params: { path: { account } }, body }))))

export const useDrop = () =>
  useChange(async ({ id, version }: Sheet) => take(await api.DELETE('/api/stores/{id}', { params: { path: { id }, header: { 'If-Match': `"${version}"` } } })))

export const useTake = (id: string) =>
  useChange(async ({ file, tool }: { file: File; tool: string }) =>
    take(await api.POST('/api/stores/{id}/photos', { params: { path: { id }, query: { tool } }, body: file as never, bodySerializer: (raw) => raw as never, headers: { 'Content-Type': 'application/octet-stream' } })))

export const useForget = () => useChange(async (photo: string) => take(await api.DELETE('/api/stores/photos/{photo}', { params: { path: { photo } } })))
