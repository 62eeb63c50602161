// What the screens of promises ask the server.
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, take } from '../../ui/api'

export type Inbox = Reply<'/api/commitments'>
export type Row = Inbox['rows'][number]
export type Side = Row['by']
export type State = Row['state'] | 'all'
export type Whose = 'mine' | 'line'

export interface Which {
  account?: string
  whose?: Whose
  by?: Side
  state?: State
}

const key = 'commitments'

export const usePromises = (query: Which) =>
  useInfiniteQuery({
    queryKey: [key, query],
    queryFn: async ({ pageParam: after }) => take(await api.GET('/api/commitments', { params: { query: { ...query, after, limit: 100 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next || undefined,
    placeholderData: keepPreviousData,
  })

export const useCourse = (id: string) => useQuery({ queryKey: [key, 'course', id], queryFn: async () => take(await api.GET('/api/commitments/{id}', { params: { path: { id } } })) })

/** useContacts are whom we know at an account. */
export const useContacts = (account: string) =>
  useQuery({ queryKey: ['contacts', account], queryFn: async () => take(await api.GET('/api/accounts/{account}/contacts', { params: { path: { account } } })) })

/** useChange sends something and asks for everything that counts promises anew. */
function useChange<In, Out>(send: (body: In) => Promise<Out>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: send, onSuccess: () => Promise.all([key, 'reviews', 'visits', 'risks', 'today'].map((what) => queries.invalidateQueries({ queryKey: [what] }))) })
}

const at = ({ id, version }: Row) => ({ path: { id }, header: { 'If-Match': `"${version}"` } })

export interface Said {
  by: Side
  text: string
  due: string
  contact?: string
  user?: string
}

/** useSave writes a promise down, or says the one that was opened in other words. */
export const useSave = (account: string, old?: Row) =>
  useChange(async ({ by, due, ...said }: Said) =>
    take(old ? await api.PUT('/api/commitments/{id}', { params: at(old), body: said }) : await api.POST('/api/accounts/{account}/commitments', { params: { path: { account } }, body: { by, due, ...said } })))

export const useExtend = (row: Row) => useChange(async (body: { due: string; reason: string }) => take(await api.POST('/api/commitments/{id}/extend', { params: at(row), body })))

export const useEnd = () =>
  useChange(async ({ row, ...body }: { row: Row; state: 'kept' | 'broken'; reason?: string }) => take(await api.POST('/api/commitments/{id}/end', { params: at(row), body })))

export const useReopen = () => useChange(async (row: Row) => take(await api.POST('/api/commitments/{id}/reopen', { params: at(row) })))
