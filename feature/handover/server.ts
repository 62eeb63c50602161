// What the screens ask the server.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, take } from '../../ui/api'

export type Listed = Reply<'/api/handovers'>['rows'][number]
export type Sheet = Reply<'/api/handovers/{id}'>
export type Section = Sheet['pack']['sections'][number]

export function useHandovers(query: { account?: string }) {
  return useInfiniteQuery({
    queryKey: ['handover', 'list', query],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam: after }) => take(await api.GET('/api/handovers', { params: { query: { ...query, after, limit: 50 } } })),
    getNextPageParam: (page) => page.next,
  })
}

export function useHandover(id: string) {
  return useQuery({ queryKey: ['handover', 'one', id], queryFn: async () => take(await api.GET('/api/handovers/{id}', { params: { path: { id } } })) })
}

const match = ({ id, version }: Sheet) => ({ path: { id }, header: { 'If-Match': `"${version}"` } })

function useChange<In>(change: (input: In) => Promise<Sheet>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (sheet) => {
      queries.setQueryData(['handover', 'one', sheet.id], sheet)
      return queries.invalidateQueries({ queryKey: ['handover', 'list'] })
    },
  })
}

export const useTell = (sheet: Sheet) => useChange(async (note: string) => take(await api.PUT('/api/handovers/{id}/note', { params: match(sheet), body: { note } })))
export const useAccept = (sheet: Sheet) => useChange(async (questions: string) => take(await api.POST('/api/handovers/{id}/accept', { params: match(sheet), body: { questions } })))
export const useStay = (sheet: Sheet) => useChange(async (until: string) => take(await api.PUT('/api/handovers/{id}/until', { params: match(sheet), body: { until } })))
