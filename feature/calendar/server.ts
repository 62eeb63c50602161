// What the screens ask the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, type Schema, take } from '../../ui/api'

export type Feed = Reply<'/api/me/calendar'>[number]
export type Wanted = Schema['PostCalendarFeedBody']

export function useFeeds() {
  return useQuery({ queryKey: ['calendar-feeds'], queryFn: async () => take(await api.GET('/api/me/calendar')) })
}

function useChange<In, Out>(change: (body: In) => Promise<Out>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: () => queries.invalidateQueries({ queryKey: ['calendar-feeds'] }) })
}

export const useIssue = () => useChange(async (body: Wanted) => take(await api.POST('/api/me/calendar', { body })))
export const useRevoke = () => useChange(async (id: string) => take(await api.DELETE('/api/me/calendar/{id}', { params: { path: { id } } })))
