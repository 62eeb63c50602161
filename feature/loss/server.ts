// What the screens of loss-making accounts ask the server.
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, take } from '../../ui/api'

export type Losses = Reply<'/api/losses'>
export type Row = Losses['rows'][number]
export type Sheet = Reply<'/api/accounts/{account}/loss'>
export type Decision = Sheet['past'][number]

export const classes = ['new', 'promising', 'known', 'plain'] as const
export const states = ['', 'open', 'decided', 'due'] as const
export const handlings = ['nurture', 'keep', 'restrict'] as const
export const steps = ['service', 'minimum', 'fees', 'price', 'terms'] as const

export type Class = '' | (typeof classes)[number]
export type State = (typeof states)[number]
export type Handling = (typeof handlings)[number]
export type Step = (typeof steps)[number]

const key = 'losses'

/** useLosses lists the accounts on which we lose, page by page. */
export const useLosses = (kind: Class, state: State) =>
  useInfiniteQuery({
    queryKey: [key, kind, state],
    queryFn: async ({ pageParam: from }) => take(await api.GET('/api/losses', { params: { query: { class: kind || undefined, state: state || undefined, from } } })),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next || undefined,
    placeholderData: keepPreviousData,
  })

export const useSheet = (account: string) =>
  useQuery({ queryKey: [key, 'account', account], queryFn: async () => take(await api.GET('/api/accounts/{account}/loss', { params: { path: { account } } })) })

export interface Decided {
  handling: Handling
  steps: Step[]
  reason: string
}

/** useDecide notes what becomes of an account, and asks everything about losses anew. */
export function useDecide(account: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (body: Decided) => take(await api.POST('/api/accounts/{account}/loss/decisions', { params: { path: { account } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [key] }),
  })
}
