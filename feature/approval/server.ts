// What the screens ask the server.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, take } from '../../ui/api'
import type { BoxName, Detail, Row, Verdict } from './wire'

const minute = 60_000

/** useBox is one of the user's boxes, page by page. */
export function useBox(box: BoxName, kind: string) {
  return useInfiniteQuery({
    queryKey: ['approvals', box, kind],
    queryFn: async ({ pageParam: after }) => take(await api.GET('/api/approvals', { params: { query: { box, kind: kind || undefined, after } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next || undefined,
  })
}

/** useWaiting is what waits for the user, looked up every minute. */
export function useWaiting() {
  return useQuery({ queryKey: ['approvals', 'waiting'], queryFn: async () => take(await api.GET('/api/approvals/waiting')), refetchInterval: minute })
}

export function useKinds() {
  return useQuery({ queryKey: ['approval-kinds'], queryFn: async () => take(await api.GET('/api/approval-kinds')), staleTime: minute })
}

export function useDetail(id: string) {
  return useQuery({ queryKey: ['approvals', 'one', id], queryFn: async () => take(await api.GET('/api/approvals/{id}', { params: { path: { id } } })) })
}

export type Step = { verb: Verdict; reason: string } | { verb: 'undo'; reason: string } | { verb: 'withdraw' }

/** useStep does something to the version of a proposal that the user sees. */
export function useStep({ id, version }: Detail) {
  const refresh = useRefresh()
  const at = { params: { path: { id }, header: { 'If-Match': `"${version}"` } } }
  return useMutation({
    mutationFn: async (step: Step) => {
      if (step.verb === 'withdraw') return take(await api.POST('/api/approvals/{id}/withdrawal', at))
      if (step.verb === 'undo') return take(await api.POST('/api/approvals/{id}/undo', { ...at, body: { reason: step.reason } }))
      return take(await api.POST('/api/approvals/{id}/decision', { ...at, body: { verdict: step.verb, reason: step.reason } }))
    },
    onSettled: refresh,
  })
}

/** useSeveral decides many at once; each has an answer of its own. */
export function useSeveral() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async ({ rows, verdict, reason }: { rows: Row[]; verdict: Verdict; reason: string }) =>
      take(await api.POST('/api/approvals/decisions', { body: { verdict, reason, proposals: rows.map(({ id, version }) => ({ id, version })) } })),
    onSettled: refresh,
  })
}

/** useSeen says that the user knows what he was told about a proposal. */
export function useSeen() {
  const refresh = useRefresh()
  return useMutation({ mutationFn: async (id: string) => take(await api.POST('/api/approvals/{id}/seen', { params: { path: { id } } })), onSuccess: refresh })
}

// What was decided may have changed anything.
function useRefresh() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries()
}
