// What the page asks the server.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, take } from '../../ui/api'

export type Day = Reply<'/api/today'>
export type Task = Day['groups'][number]['tasks'][number]
export type Said = Task['title']
export type Side = Reply<'/api/today/side'>
export type Sort = Day['sort']

/** useDay is what is to be done, in an order, so many of each group. */
export function useDay(sort: Sort, limit: number) {
  return useQuery({ queryKey: ['today', 'day', sort, limit], placeholderData: keepPreviousData, queryFn: async () => take(await api.GET('/api/today', { params: { query: { sort, limit } } })) })
}

export function useSide() {
  return useQuery({ queryKey: ['today', 'side'], queryFn: async () => take(await api.GET('/api/today/side')) })
}

/** Marking is a task that is ticked off, or put off until a day. */
export interface Marking {
  task: Task
  until?: string
}

export function useMark() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async ({ task: { rule, account, subject, due }, until }: Marking) =>
      take(await api.POST('/api/today/marks', { body: { rule, account, subject, due, until, state: until ? 'later' : 'done' } })),
    onSuccess: refresh,
  })
}

export function useUnmark() {
  const refresh = useRefresh()
  return useMutation({ mutationFn: async (id: string) => take(await api.DELETE('/api/today/marks/{id}', { params: { path: { id } } })), onSuccess: refresh })
}

export function useRefresh() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['today'] })
}
