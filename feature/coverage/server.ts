// What the screens ask the server.
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, take } from '../../ui/api'

export type Board = Reply<'/api/coverage'>
export type Person = Board['staff'][number]
export type Need = Board['needs'][number]
export type Broken = Board['violations'][number]
export type Served = Reply<'/api/coverage/fits'>['rows'][number]
export type Fit = Served['fit']
export type Because = Served['why']
export type Sheet = Reply<'/api/accounts/{account}/coverage'>
export type Trial = Reply<'/api/coverage/trials'>['rows'][number]
export type Trying = Reply<'/api/coverage/trials/{id}'>
export type Moving = Trying['moves'][number]
export type Change = Trying['people'][number]
export type Budgets = Reply<'/api/coverage/budgets'>
export type Spread = Reply<'/api/coverage/budgets/{id}'>
export type Sharing = Spread['rows'][number]

const key = 'coverage'

const guard = (version: number) => ({ 'If-Match': `"${version}"` })

export const useBoard = () => useQuery({ queryKey: [key, 'board'], queryFn: async () => take(await api.GET('/api/coverage')) })

/** useFits are the accounts that are served in one way, page by page. */
export const useFits = (fit: Fit) =>
  useInfiniteQuery({
    queryKey: [key, 'fits', fit],
    queryFn: async ({ pageParam: from }) => take(await api.GET('/api/coverage/fits', { params: { query: { fit, from, limit: 50 } } })),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next || undefined,
    placeholderData: keepPreviousData,
  })

export const useSheet = (account: string) =>
  useQuery({ queryKey: [key, 'sheet', account], queryFn: async () => take(await api.GET('/api/accounts/{account}/coverage', { params: { path: { account } } })) })

export const useTrials = () => useQuery({ queryKey: [key, 'trials'], queryFn: async () => take(await api.GET('/api/coverage/trials')) })

const one = (id: string) => [key, 'trial', id]

export const useTrial = (id: string) =>
  useQuery({ queryKey: one(id), queryFn: async () => take(await api.GET('/api/coverage/trials/{id}', { params: { path: { id } } })) })

/** useFound looks accounts up by any words. */
export const useFound = (words: string) =>
  useQuery({
    queryKey: [key, 'found', words],
    queryFn: async () => take(await api.GET('/api/accounts', { params: { query: { search: words, limit: 20 } } })).rows,
    enabled: words.trim() !== '',
    placeholderData: keepPreviousData,
  })

/** useSend sends something and asks everything about coverage anew. */
function useSend<In, Out>(send: (body: In) => Promise<Out>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: send, onSettled: () => queries.invalidateQueries({ queryKey: [key] }) })
}

/** useTrying changes a trial: what comes back stands at once. */
function useTrying<In>(send: (body: In) => Promise<Trying>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: async (trial) => {
      queries.setQueryData(one(trial.id), trial)
      await queries.invalidateQueries({ queryKey: [key], predicate: ({ queryKey }) => queryKey[1] !== 'trial' })
    },
  })
}

export const useBegin = () => useTrying(async (body: { name: string; suggest: boolean }) => take(await api.POST('/api/coverage/trials', { body })))

const changing = (t: { id: string; version: number }) => ({ path: { id: t.id }, header: guard(t.version) })

export const usePut = (t: Trying) =>
  useTrying(async ({ account, to }: { account: string; to: string }) =>
    take(await api.PUT('/api/coverage/trials/{id}/moves/{account}', { params: { path: { id: t.id, account }, header: guard(t.version) }, body: { to } })))

export const useTake = (t: Trying) =>
  useTrying(async (account: string) => take(await api.DELETE('/api/coverage/trials/{id}/moves/{account}', { params: { path: { id: t.id, account }, header: guard(t.version) } })))

export const useSuggest = (t: Trying) => useTrying(async () => take(await api.POST('/api/coverage/trials/{id}/suggest', { params: changing(t) })))

export const useApply = (t: Trying) => useTrying(async (on: string) => take(await api.POST('/api/coverage/trials/{id}/apply', { params: changing(t), body: { on } })))

export const useUndo = (t: Trying) => useTrying(async () => take(await api.POST('/api/coverage/trials/{id}/undo', { params: changing(t) })))

export const useDrop = (t: Trying) => useSend(async () => take(await api.DELETE('/api/coverage/trials/{id}', { params: changing(t) })))

export const useCapacity = (p: Person) =>
  useSend(async (body: { hours: string; reason: string }) => take(await api.PUT('/api/coverage/people/{user}', { params: { path: { user: p.user }, header: guard(p.version) }, body })))

export interface Marked {
  strategic: boolean
  exempt: boolean
  reason: string
}

export const useMark = (account: string, version: number) =>
  useSend(async (body: Marked) => take(await api.PUT('/api/accounts/{account}/coverage', { params: { path: { account }, header: guard(version) }, body })))

export const useBudgets = () => useQuery({ queryKey: [key, 'budgets'], queryFn: async () => take(await api.GET('/api/coverage/budgets')) })

/** useSpread is a budget against what was done, with its shares page by page. */
export const useSpread = (id: string) =>
  useInfiniteQuery({
    queryKey: [key, 'spread', id],
    queryFn: async ({ pageParam: from }) => take(await api.GET('/api/coverage/budgets/{id}', { params: { path: { id }, query: { from, limit: 50 } } })),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next || undefined,
    enabled: id !== '',
  })

export interface Laid {
  name: string
  unit: Spread['unit']
  from: string
  until: string
  budget: number
  least: number
}

export const useLay = () => useSend(async (body: Laid) => take(await api.POST('/api/coverage/budgets', { body })))

/** useDiscard drops a budget; what is on the screen of it is not asked for again. */
export function useDiscard(s: Spread) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async () => take(await api.DELETE('/api/coverage/budgets/{id}', { params: changing(s) })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [key], predicate: ({ queryKey }) => queryKey[2] !== s.id }),
  })
}

export const useGive = (s: Spread, account: string) =>
  useSend(async (planned: number) => take(await api.PUT('/api/coverage/budgets/{id}/shares/{account}', { params: { path: { id: s.id, account }, header: guard(s.version) }, body: { planned } })))
