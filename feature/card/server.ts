// What the screens ask the server.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, take } from '../../ui/api'

export type Cards = Reply<'/api/cards'>
export type Sheet = Reply<'/api/accounts/{account}/card'>
export type Card = NonNullable<Sheet['card']>
export type Level = Card['level']
export type Benefit = Sheet['uses'][number]['benefit']

export interface Which {
  level?: Level
  soon?: boolean
}

/** useCards are the cards in sight that count, page by page. */
export function useCards(query: Which) {
  return useInfiniteQuery({
    queryKey: ['card', 'list', query],
    queryFn: async ({ pageParam: after }) => take(await api.GET('/api/cards', { params: { query: { ...query, after, limit: 100 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next || undefined,
  })
}

/** useBadges are the levels of all accounts in sight: few hold one. */
export function useBadges() {
  return useQuery({ queryKey: ['card', 'badges'], queryFn: async () => take(await api.GET('/api/cards/badges')), staleTime: 60_000 })
}

export function useSheet(account: string) {
  return useQuery({ queryKey: ['card', 'sheet', account], queryFn: async () => take(await api.GET('/api/accounts/{account}/card', { params: { path: { account } } })) })
}

export interface Used {
  benefit: Benefit
  number: number
  on: string
  note: string
}

export function useUse(account: string) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async (body: Used) => take(await api.POST('/api/accounts/{account}/card/uses', { params: { path: { account } }, body })),
    onSuccess: refresh,
  })
}

export function useBack() {
  const refresh = useRefresh()
  return useMutation({ mutationFn: async (id: string) => take(await api.POST('/api/card-uses/{id}/back', { params: { path: { id } } })), onSuccess: refresh })
}

export function useRenew(account: string) {
  const refresh = useRefresh()
  return useMutation({ mutationFn: async () => take(await api.POST('/api/accounts/{account}/card/renewal', { params: { path: { account } } })), onSuccess: refresh })
}

function useRefresh() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['card'] })
}
