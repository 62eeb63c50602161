// What the screens of competitors ask the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, type Schema, take } from '../../ui/api'

export type List = Reply<'/api/competitors'>
export type Listed = List['rows'][number]
export type Page = Reply<'/api/competitors/{competitor}'>
export type Share = Listed['record']['share']
export type Duel = Reply<'/api/opportunities/{opportunity}/rivals'>
export type Rival = Duel['rivals'][number]
export type Front = Reply<'/api/accounts/{account}/rivals'>
export type Foe = Front['foes'][number]
export type Grid = Reply<'/api/competitors/grid'>
export type Cell = Grid['lines'][number]['cells'][number]
export type Saying = Schema['CompetitorSaying']
export type Rating = Schema['CompetitorRating']
export type Kind = Rival['kind']

/** Spot is whose grid it is: that of an account, or of a region or an industry. */
export type Spot = { account: string } | { scope: 'region' | 'industry'; place: string }

const key = 'competitors'
const match = (version: number) => ({ 'If-Match': `"${version}"` })

export const useCompetitors = () => useQuery({ queryKey: [key, 'all'], queryFn: async () => take(await api.GET('/api/competitors')) })

export const usePage = (competitor: string) =>
  useQuery({ queryKey: [key, 'one', competitor], queryFn: async () => take(await api.GET('/api/competitors/{competitor}', { params: { path: { competitor } } })) })

/** useRefresh has what hangs on rivals asked anew: scores, strategies and records. */
function useRefresh() {
  const queries = useQueryClient()
  return () => Promise.all([key, 'strategies', 'assessment'].map((queryKey) => queries.invalidateQueries({ queryKey: [queryKey] })))
}

export function useName() {
  const refresh = useRefresh()
  return useMutation({ mutationFn: async (name: string) => take(await api.POST('/api/competitors', { body: { name } })), onSuccess: refresh })
}

export type Card = Pick<Listed, 'name' | 'strengths' | 'weakness' | 'says' | 'evidence'> & { expires?: string }

export function useWrite(competitor: string, version: number) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async (body: Card) => take(await api.PUT('/api/competitors/{competitor}', { params: { path: { competitor }, header: match(version) }, body })),
    onSuccess: refresh,
  })
}

export const useDuel = (opportunity: string) =>
  useQuery({ queryKey: [key, 'duel', opportunity], queryFn: async () => take(await api.GET('/api/opportunities/{opportunity}/rivals', { params: { path: { opportunity } } })) })

/** useJudge says who stands against us: a new rival, or one anew over the version that was read. */
export function useJudge(opportunity: string, rival?: Rival) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async (body: Saying) =>
      rival
        ? take(await api.PUT('/api/opportunities/{opportunity}/rivals/{rival}', { params: { path: { opportunity, rival: rival.id }, header: match(rival.version) }, body }))
        : take(await api.POST('/api/opportunities/{opportunity}/rivals', { params: { path: { opportunity } }, body })),
    onSuccess: refresh,
  })
}

export function useDrop(opportunity: string, rival: Rival) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async () => take(await api.DELETE('/api/opportunities/{opportunity}/rivals/{rival}', { params: { path: { opportunity, rival: rival.id }, header: match(rival.version) } })),
    onSuccess: refresh,
  })
}

export const usePlaces = () => useQuery({ queryKey: [key, 'places'], queryFn: async () => take(await api.GET('/api/competitors/places')) })

export const useGrid = (spot: Spot, enabled = true) =>
  useQuery({
    queryKey: [key, 'grid', spot],
    enabled,
    queryFn: async () =>
      'account' in spot
        ? take(await api.GET('/api/accounts/{account}/competition', { params: { path: { account: spot.account } } }))
        : take(await api.GET('/api/competitors/grid', { params: { query: spot } })),
  })

/** useRate rates a product of a supplier; without a rating what was said is taken back. */
export function useRate(spot: Spot, version: number) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async (body: Rating) =>
      'account' in spot
        ? take(await api.PUT('/api/accounts/{account}/competition', { params: { path: { account: spot.account }, header: match(version) }, body }))
        : take(await api.PUT('/api/competitors/grid', { params: { query: spot, header: match(version) }, body })),
    onSuccess: refresh,
  })
}

export const useFront = (account: string) =>
  useQuery({ queryKey: [key, 'front', account], queryFn: async () => take(await api.GET('/api/accounts/{account}/rivals', { params: { path: { account } } })) })

/** useClear says that nothing inside an account stands against us, over the version that was read. */
export function useClear(account: string, version: number) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async (body: { evidence: string; expires?: string }) => take(await api.PUT('/api/accounts/{account}/rivals/clear', { params: { path: { account }, header: match(version) }, body })),
    onSuccess: refresh,
  })
}

export function useUnclear(account: string, version: number) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: async () => take(await api.DELETE('/api/accounts/{account}/rivals/clear', { params: { path: { account }, header: match(version) } })),
    onSuccess: refresh,
  })
}
