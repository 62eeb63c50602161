// What the screens of contacts ask the server.
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, type Schema, take } from '../../ui/api'

export type Logged = Reply<'/api/accounts/{account}/interactions'>
export type Row = Logged['rows'][number]
export type Channel = Row['channel']
export type Said = Schema['InteractionSaid']
export type Waiting = Reply<'/api/interactions/unanswered'>
export type Pace = Reply<'/api/interactions/pace'>[number]
export type Imported = Schema['InteractionImported']

export const channels: Channel[] = ['visit', 'phone', 'mail', 'sms', 'chat', 'social', 'event']

const key = 'interactions'

export const useLog = (account: string, channel?: Channel) =>
  useInfiniteQuery({
    queryKey: [key, account, channel],
    queryFn: async ({ pageParam: after }) => take(await api.GET('/api/accounts/{account}/interactions', { params: { path: { account }, query: { channel, after, limit: 30 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next || undefined,
    placeholderData: keepPreviousData,
  })

export type Whose = 'mine' | 'line'

export const useUnanswered = (whose?: Whose) =>
  useQuery({ queryKey: [key, 'unanswered', whose], queryFn: async () => take(await api.GET('/api/interactions/unanswered', { params: { query: { whose, limit: 200 } } })), placeholderData: keepPreviousData })

export const usePace = () => useQuery({ queryKey: [key, 'pace'], queryFn: async () => take(await api.GET('/api/interactions/pace')) })

/** useChange sends something and asks for everything that counts contacts anew. */
function useChange<In, Out>(send: (body: In) => Promise<Out>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: send, onSuccess: () => Promise.all([key, 'plan', 'visits'].map((what) => queries.invalidateQueries({ queryKey: [what] }))) })
}

const at = ({ id, version }: Row) => ({ path: { id }, header: { 'If-Match': `"${version}"` } })

/** useSave writes a contact down, or changes the one that was opened. */
export const useSave = (account: string, old?: Row) =>
  useChange(async (body: Said & { answers?: string }) =>
    take(old ? await api.PUT('/api/interactions/{id}', { params: at(old), body }) : await api.POST('/api/accounts/{account}/interactions', { params: { path: { account } }, body })))

export const useAnswer = (row: Row) => useChange(async (micro: number) => take(await api.POST('/api/interactions/{id}/answer', { params: at(row), body: { at: micro } })))

export const useDrop = () => useChange(async (row: Row) => take(await api.DELETE('/api/interactions/{id}', { params: at(row) })))
