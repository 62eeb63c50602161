// What the screens ask the server.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
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

export type Progress = Reply<'/api/plans/{id}/progress'>
export type Step = Progress['steps'][number]
export type Actions = Reply<'/api/actions'>
export type Action = Actions['rows'][number]
export type Template = Reply<'/api/actions/runs'>[number]['template']

export const templates: Template[] = ['YEAR-Q4', 'QUARTER-3M', 'WEEKLY', 'DAILY']

export function useProgress(id: string) {
  return useQuery({ queryKey: ['plan', 'progress', id], queryFn: async () => take(await api.GET('/api/plans/{id}/progress', { params: { path: { id } } })) })
}

export function useBlockers(id: string, number: number) {
  return useQuery({ queryKey: ['plan', 'blockers', id, number], queryFn: async () => take(await api.GET('/api/plans/{id}/blockers', { params: { path: { id }, query: { step: number } } })) })
}

export function usePage(id: string) {
  return useQuery({ queryKey: ['plan', 'page', id], queryFn: async () => take(await api.GET('/api/plans/{id}/page', { params: { path: { id } } })) })
}

/** useConfirm notes that what rested on an earlier tier was looked at, in one step. */
export function useConfirm(id: string, step: number) {
  const refresh = useRefresh()
  return useMutation({ mutationFn: async (accounts: string[]) => take(await api.POST('/api/plans/{id}/confirm', { params: { path: { id } }, body: { step, accounts } })), onSuccess: refresh })
}

export interface Which {
  state?: Action['state']
  whose?: 'mine' | 'line'
  late?: boolean
  account?: string
}

/** useActions are the actions in sight, page by page. */
export function useActions(query: Which) {
  return useInfiniteQuery({
    queryKey: ['plan', 'actions', query],
    queryFn: async ({ pageParam: after }) => take(await api.GET('/api/actions', { params: { query: { ...query, after, limit: 100 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next || undefined,
  })
}

export interface Doing {
  title: string
  owner: string
  due: string
}

const version = (a: Pick<Action, 'id' | 'version'>) => ({ path: { id: a.id }, header: { 'If-Match': `"${a.version}"` } })

/** useSaveAction adds an action, or writes over the version that was read. */
export function useSaveAction(account: string, action?: Action) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async (body: Doing) => (action ? take(await api.PUT('/api/actions/{id}', { params: version(action), body })) : take(await api.POST('/api/accounts/{account}/actions', { params: { path: { account } }, body }))),
    onSuccess: refresh,
  })
}

export function useFinish(action: Action) {
  const refresh = useRefresh()
  return useMutation({ mutationFn: async (body: { state: 'done' | 'dropped'; result: string }) => take(await api.POST('/api/actions/{id}/end', { params: version(action), body })), onSuccess: refresh })
}

export function useReopen() {
  const refresh = useRefresh()
  return useMutation({ mutationFn: async (action: Action) => take(await api.POST('/api/actions/{id}/reopen', { params: version(action) })), onSuccess: refresh })
}

export interface Asked {
  template: Template
  from: string
  account?: string
}

export function useForeseen(query: Asked, on: boolean) {
  return useQuery({ queryKey: ['plan', 'foreseen', query], enabled: on, queryFn: async () => take(await api.GET('/api/actions/foreseen', { params: { query } })) })
}

export function useGenerate() {
  const refresh = useRefresh()
  return useMutation({ mutationFn: async (body: Asked) => take(await api.POST('/api/actions/runs', { body })), onSuccess: refresh })
}

export function useRuns() {
  return useQuery({ queryKey: ['plan', 'runs'], queryFn: async () => take(await api.GET('/api/actions/runs')) })
}

export function useUndo() {
  const refresh = useRefresh()
  return useMutation({ mutationFn: async (id: string) => take(await api.POST('/api/actions/runs/{id}/undo', { params: { path: { id } } })), onSuccess: refresh })
}

export function useContacts() {
  return useQuery({ queryKey: ['plan', 'contacts'], queryFn: async () => take(await api.GET('/api/actions/contacts')) })
}
