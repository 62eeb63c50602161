// What the screens ask the server.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, take } from '../../ui/api'

export type Plans = Reply<'/api/upgrades'>
export type Sheet = Reply<'/api/accounts/{account}/upgrade'>
export type Plan = NonNullable<Sheet['plan']>
export type Step = Plan['steps'][number]

export interface Which {
  state?: Plan['state']
  mine?: boolean
}

/** usePlans are the plans in sight, page by page. */
export function usePlans(query: Which) {
  return useInfiniteQuery({
    queryKey: ['upgrade', 'list', query],
    queryFn: async ({ pageParam: after }) => take(await api.GET('/api/upgrades', { params: { query: { ...query, after, limit: 100 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next || undefined,
  })
}

export function useSheet(account: string) {
  return useQuery({ queryKey: ['upgrade', 'sheet', account], queryFn: async () => take(await api.GET('/api/accounts/{account}/upgrade', { params: { path: { account } } })) })
}

export interface Asked {
  owner: string
  due: string
  steps: Step[]
}

/** useSave begins a plan, or writes over the version that was read. */
export function useSave(account: string, plan: Plan | null) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async (body: Asked) =>
      plan ? take(await api.PUT('/api/upgrades/{id}', { params: { path: { id: plan.id }, header: { 'If-Match': `"${plan.version}"` } }, body }))
        : take(await api.POST('/api/accounts/{account}/upgrade', { params: { path: { account } }, body })),
    onSuccess: refresh,
  })
}

export function useDrop(plan: Plan) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async (reason: string) => take(await api.POST('/api/upgrades/{id}/drop', { params: { path: { id: plan.id }, header: { 'If-Match': `"${plan.version}"` } }, body: { reason } })),
    onSuccess: refresh,
  })
}

function useRefresh() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['upgrade'] })
}
