// What the screens ask the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, take } from '../../ui/api'

export type Plan = Reply<'/api/plans'>[number]

export function usePlans() {
  return useQuery({ queryKey: ['plan', 'plans'], queryFn: async () => take(await api.GET('/api/plans')) })
}

export interface Said {
  name: string
  from: string
  until: string
}

const match = (plan: Plan) => ({ path: { id: plan.id }, header: { 'If-Match': `"${plan.version}"` } })

/** useSavePlan begins a plan, or writes over the version that was read. */
export function useSavePlan(plan?: Plan) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async (body: Said) => (plan ? take(await api.PUT('/api/plans/{id}', { params: match(plan), body })) : take(await api.POST('/api/plans', { body }))),
    onSuccess: refresh,
  })
}

export function useEndPlan() {
  const refresh = useRefresh()
  return useMutation({ mutationFn: async (plan: Plan) => take(await api.POST('/api/plans/{id}/end', { params: match(plan) })), onSuccess: refresh })
}

export function useRefresh() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['plan'] })
}
