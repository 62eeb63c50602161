// What the screens ask the server.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, take, versioned } from '../../ui/api'
import type { Config, Detail } from './wire'

export function useMethods() {
  return useQuery({ queryKey: ['methods'], queryFn: async () => take(await api.GET('/api/methods')) })
}

export function useMethod(id: string) {
  return useQuery({ queryKey: ['methods', id], queryFn: async (): Promise<Detail> => versioned(await api.GET('/api/methods/{id}', { params: { path: { id } } })) })
}

export function useVersions(id: string) {
  return useQuery({ queryKey: ['methods', id, 'versions'], queryFn: async () => take(await api.GET('/api/methods/{id}/history', { params: { path: { id } } })) })
}

/** useComparison is where one version differs from another; 0 is the draft. Under approval nobody changes a draft, and once it is approved it is gone: it is asked for once. */
export function useComparison(id: string, from: number, to: number, settled = false) {
  return useQuery({
    queryKey: ['methods', id, settled ? 'settled' : 'comparison', from, to],
    staleTime: settled ? 'static' : undefined,
    queryFn: async () => take(await api.GET('/api/methods/{id}/comparison', { params: { path: { id }, query: { from, to } } })),
  })
}

/** useSimulation says what a configuration would do to the accounts; the old answer stays, greyed, while a new one is on its way. */
export function useSimulation(id: string, config: Config, able: boolean) {
  return useQuery({
    queryKey: ['methods', id, 'simulation', config],
    queryFn: async () => take(await api.POST('/api/methods/{id}/simulation', { params: { path: { id } }, body: { config } })),
    enabled: able, placeholderData: keepPreviousData,
  })
}

/** useBackTest says how what is in force and a configuration would have done, standing on a day. */
export function useBackTest(id: string, config: Config, at: string, able: boolean) {
  return useQuery({
    queryKey: ['methods', id, 'back-test', config, at],
    queryFn: async () => take(await api.POST('/api/methods/{id}/back-test', { params: { path: { id } }, body: { config, at } })),
    enabled: able && !!at, placeholderData: keepPreviousData,
  })
}

/** useTrial judges an account by what is in force and by a configuration. */
export function useTrial(id: string, config: Config, account: string) {
  return useQuery({
    queryKey: ['methods', id, 'trial', config, account],
    queryFn: async () => take(await api.POST('/api/methods/{id}/trial', { params: { path: { id } }, body: { config, account } })),
    enabled: !!account, placeholderData: keepPreviousData,
  })
}

const match = (etag: string) => ({ 'If-Match': etag })

/** useSave keeps a configuration as the draft, over the one that whoever changed it has seen. */
export function useSave({ id }: Detail) {
  return useChange(async ({ config, base, etag }: { config: Config; base: number; etag: string }) =>
    take(await api.PUT('/api/methods/{id}/draft', { params: { path: { id }, header: match(etag) }, body: { base, config } })))
}

export function useDrop({ id, etag }: Detail) {
  return useChange(async () => take(await api.DELETE('/api/methods/{id}/draft', { params: { path: { id }, header: match(etag) } })))
}

export function useSubmit({ id, etag }: Detail) {
  return useChange(async (body: { reason: string; effective?: string }) => take(await api.POST('/api/methods/{id}/submission', { params: { path: { id }, header: match(etag) }, body })))
}

function useChange<In, Out>(change: (what: In) => Promise<Out>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: () => queries.invalidateQueries({ queryKey: ['methods'] }) })
}

/** yearBefore is the day from which twelve months are known by now. */
export const yearBefore = (day: string) => (day ? `${Number(day.slice(0, 4)) - 1}${day.slice(4).replace('-02-29', '-02-28')}` : '')
