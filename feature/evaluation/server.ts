// What the screens ask the server.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, type Schema, take } from '../../ui/api'

export type Proposal = Reply<'/api/evaluation/proposals'>['rows'][number]
export type Tally = Reply<'/api/evaluation/proposals'>['tallies'][number]
export type Flow = Reply<'/api/evaluation/movements'>
export type Run = Reply<'/api/evaluation/runs'>[number]
export type Card = Reply<'/api/accounts/{account}/classes'>
export type Governed = Proposal['model']
export type Model = Flow['model']

export interface Which {
  state: Proposal['state']
  model?: Governed
  direction?: 'up' | 'down'
  contested?: boolean
}

/** useProposals are the proposals about accounts in sight, page by page. */
export function useProposals(query: Which) {
  return useInfiniteQuery({
    queryKey: ['evaluation', 'proposals', query],
    queryFn: async ({ pageParam: after }) => take(await api.GET('/api/evaluation/proposals', { params: { query: { ...query, after, limit: 100 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next || undefined,
  })
}

export function useProposal(id: string) {
  return useQuery({ queryKey: ['evaluation', 'proposal', id], queryFn: async () => take(await api.GET('/api/evaluation/proposals/{id}', { params: { path: { id } } })) })
}

export function useRuns() {
  return useQuery({ queryKey: ['evaluation', 'runs'], queryFn: async () => take(await api.GET('/api/evaluation/runs')) })
}

export function useClasses(account: string) {
  return useQuery({ queryKey: ['evaluation', 'classes', account], queryFn: async () => take(await api.GET('/api/accounts/{account}/classes', { params: { path: { account } } })) })
}

export interface Days {
  model: Model
  from: string
  to: string
}

export function useMovements(query: Days) {
  return useQuery({
    queryKey: ['evaluation', 'movements', query],
    queryFn: async () => take(await api.GET('/api/evaluation/movements', { params: { query } })),
    enabled: !!query.from && !!query.to,
    placeholderData: (old) => old,
  })
}

export function useMovers(query: Days & { was: string; is: string }) {
  return useInfiniteQuery({
    queryKey: ['evaluation', 'movers', query],
    queryFn: async ({ pageParam: after }) => take(await api.GET('/api/evaluation/movements/accounts', { params: { query: { ...query, after, limit: 100 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next || undefined,
  })
}

/** useDecide decides many at once; each has an answer of its own. */
export function useDecide() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async ({ rows, verdict, reason }: { rows: Proposal[]; verdict: 'approve' | 'refuse'; reason: string }) =>
      take(await api.POST('/api/approvals/decisions', { body: { verdict, reason, proposals: rows.map(({ id, version }) => ({ id, version })) } })),
    onSettled: () => void refresh(), // whoever waits for the answer does not wait for the screens
  })
}

interface WholeList {
  model: Governed | ''
  direction: 'up' | 'down' | ''
  upto: string
  verdict: 'approve' | 'refuse'
  reason: string
}

/** useDecideAll decides a whole list, part by part, and tells how far it has come. */
export function useDecideAll(onPart: (done: number) => void) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async ({ model, direction, upto, verdict, reason }: WholeList) => {
      const all = { done: 0, others: 0, left: [] as Decided['left'] }
      for (let after: string | undefined, more = true; more; more = !!after) {
        const part = take(await api.POST('/api/evaluation/decisions', { body: { model: model || undefined, direction: direction || undefined, upto, verdict, reason, after } }))
        all.done += part.done
        all.others += part.others
        all.left.push(...part.left)
        onPart(all.done)
        after = part.next
      }
      return all
    },
    onSettled: () => void refresh(), // whoever waits for the answer does not wait for the screens
  })
}

type Decided = Schema['EvaluationDecided']

export function useObject() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async ({ id, evidence }: { id: string; evidence: string }) =>
      take(await api.POST('/api/evaluation/proposals/{id}/objection', { params: { path: { id } }, body: { evidence } })),
    onSuccess: refresh,
  })
}

export function useOrder() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async () => take(await api.POST('/api/evaluation/runs', { body: { as_of: '' } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['jobs'] }),
  })
}

export interface Setting {
  account: string
  model: Governed
  class: string
  reason: string
  expires: string
}

export function useSet() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async ({ account, model, ...body }: Setting) =>
      take(await api.PUT('/api/accounts/{account}/classes/{model}', { params: { path: { account, model } }, body })),
    onSuccess: refresh,
  })
}

export function useUnset() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async (path: { account: string; model: Governed }) => take(await api.DELETE('/api/accounts/{account}/classes/{model}', { params: { path } })),
    onSuccess: refresh,
  })
}

// What was decided may have changed anything.
function useRefresh() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries()
}
