// What the screens ask the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, take } from '../../ui/api'

export type Dashboard = Reply<'/api/indicators'>
export type Indicator = Dashboard['indicators'][number]
export type Detail = Reply<'/api/indicators/detail'>
export type Input = Reply<'/api/indicators/inputs'>[number]
export type By = 'tier' | 'region' | 'industry' | 'owner'

/** the accounts that figures are asked of */
export interface Among {
  tier?: 'MAJOR' | 'NAMED' | 'NONNAMED' | 'MASS'
  region?: string
  industry?: string
  owner?: string
}

export function useDashboard(query: Among) {
  return useQuery({ queryKey: ['kpi', 'all', query], queryFn: async () => take(await api.GET('/api/indicators', { params: { query } })) })
}

export function useDetail(name: Indicator['name'], by: By, query: Among) {
  return useQuery({ queryKey: ['kpi', 'one', name, by, query], queryFn: async () => take(await api.GET('/api/indicators/detail', { params: { query: { ...query, name, by } } })), placeholderData: (old) => old })
}

export function useBehind(name: Indicator['name'], query: Among) {
  return useQuery({ queryKey: ['kpi', 'behind', name, query], queryFn: async () => take(await api.GET('/api/indicators/accounts', { params: { query: { ...query, name, limit: 100 } } })) })
}

export function useAim(indicator: Indicator) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async (body: { target: number | null; owner?: string }) =>
      take(await api.PUT('/api/indicators/{name}/target', { params: { path: { name: indicator.name }, header: { 'If-Match': `"${indicator.version}"` } }, body: body as never })),
    onSuccess: refresh,
  })
}

export function useInputs() {
  return useQuery({ queryKey: ['kpi', 'inputs'], queryFn: async () => take(await api.GET('/api/indicators/inputs')) })
}

export interface Entered {
  kind: Input['kind']
  month: string
  amount: number
  source: string
}

export function useEnter() {
  const refresh = useRefresh()
  return useMutation({ mutationFn: async (rows: Entered[]) => take(await api.POST('/api/indicators/inputs', { body: { rows } })), onSuccess: refresh })
}

export function useTakeBack() {
  const refresh = useRefresh()
  return useMutation({ mutationFn: async (id: string) => take(await api.POST('/api/indicators/inputs/{id}/back', { params: { path: { id } } })), onSuccess: refresh })
}

function useRefresh() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['kpi'] })
}
