// What the screens of deals ask the server.
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, type Schema, take } from '../../ui/api'

export type Page = Reply<'/api/opportunities'>
export type Row = Page['rows'][number]
export type Sheet = Reply<'/api/opportunities/{opportunity}'>
export type Deal = Sheet['deal']
export type Step = Sheet['steps'][number]
export type Mark = Step['milestones'][number]
export type Line = Sheet['lines'][number]
export type Way = Reply<'/api/opportunities/processes'>[number]
export type Sort = 'expected' | 'amount' | 'opened' | 'entered' | 'name'

export const states = ['open', 'nurture', 'won', 'lost', 'all'] as const
export const categories = ['commit', 'best', 'pipeline', 'omitted'] as const
/** currencies in which deals are usually offered beside the company's own */
export const currencies = ['USD', 'EUR', 'JPY', 'GBP', 'HKD', 'KRW', 'SGD', 'AUD'] as const
export const purchases = ['tender', 'project', 'single'] as const
export const sources = ['survey', 'campaign', 'service', 'outlet', 'fair', 'website', 'complaint', 'research', 'association', 'government', 'media', 'third_party', 'colleague', 'competitor', 'referral'] as const
export const reasons = {
  won: ['fit', 'relation', 'price', 'service', 'delivery', 'brand', 'only_one', 'other'],
  lost: ['price', 'fit', 'relation', 'service', 'delivery', 'brand', 'specification', 'no_money', 'no_decision', 'cancelled', 'too_late', 'withdrawn', 'other'],
} as const

export interface Which {
  search?: string
  account?: string
  owner?: string
  state?: (typeof states)[number]
  process?: string
  stage?: string
  category?: (typeof categories)[number]
  late?: boolean
  sort?: Sort
  desc?: boolean
}

const key = 'opportunities'

export const useDeals = (query: Which) =>
  useInfiniteQuery({
    queryKey: [key, 'list', query],
    queryFn: async ({ pageParam: after }) => take(await api.GET('/api/opportunities', { params: { query: { ...query, after, limit: 50 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next || undefined,
    placeholderData: keepPreviousData,
  })

export const useAccountDeals = (account: string) =>
  useQuery({ queryKey: [key, 'account', account], queryFn: async () => take(await api.GET('/api/accounts/{account}/opportunities', { params: { path: { account } } })) })

export const useDeal = (opportunity: string) =>
  useQuery({ queryKey: [key, 'deal', opportunity], queryFn: async () => take(await api.GET('/api/opportunities/{opportunity}', { params: { path: { opportunity } } })) })

export const useWays = () => useQuery({ queryKey: [key, 'ways'], queryFn: async () => take(await api.GET('/api/opportunities/processes')), staleTime: 300_000 })

/** useFound are the accounts that words find. */
export const useFound = (search: string) =>
  useQuery({ queryKey: ['accounts', 'found', search], queryFn: async () => take(await api.GET('/api/accounts', { params: { query: { search, limit: 20 } } })).rows, placeholderData: keepPreviousData })

/** useProducts are the products that words find. */
export const useProducts = (search: string) =>
  useQuery({ queryKey: ['products', 'found', search], queryFn: async () => take(await api.GET('/api/products', { params: { query: { search, limit: 20 } } })).rows, placeholderData: keepPreviousData })

export const useContacts = (account: string | undefined) =>
  useQuery({ queryKey: ['contacts', account], enabled: !!account, queryFn: async () => take(await api.GET('/api/accounts/{account}/contacts', { params: { path: { account: account! } } })) })

/** useChange sends something and asks for everything that shows deals anew. */
function useChange<In, Out>(send: (body: In) => Promise<Out>) {
  const queries = useQueryClient()
  const again = () => Promise.all([key, 'pipeline', 'forecast', 'today'].map((what) => queries.invalidateQueries({ queryKey: [what] })))
  return useMutation({ mutationFn: send, onSuccess: again })
}

const at = ({ id, version }: Deal | Row) => ({ path: { opportunity: id }, header: { 'If-Match': `"${version}"` } })

export type Said = Schema['OpportunityFacts']
export type Opening = Said & { process?: string; expected?: string }

export const useOpen = () => useChange(async (body: Opening) => take(await api.POST('/api/opportunities', { body })))
export const useAmend = (d: Deal) => useChange(async (body: Said) => take(await api.PUT('/api/opportunities/{opportunity}', { params: at(d), body })))
export const useMove = (d: Deal) => useChange(async (body: { stage: string; reason?: string }) => take(await api.POST('/api/opportunities/{opportunity}/move', { params: at(d), body })))
export const useNurture = (d: Deal) => useChange(async (body: { until: string; reason: string }) => take(await api.POST('/api/opportunities/{opportunity}/nurture', { params: at(d), body })))
export const useReopen = (d: Deal) => useChange(async (body: { reason: string }) => take(await api.POST('/api/opportunities/{opportunity}/reopen', { params: at(d), body })))
export const useExpect = (d: Deal) => useChange(async (body: { expected?: string; reason?: string }) => take(await api.POST('/api/opportunities/{opportunity}/dates', { params: at(d), body })))
export const useOffer = (d: Deal) => useChange(async (lines: { product?: string; text: string; quantity: string; asked: string }[]) => take(await api.PUT('/api/opportunities/{opportunity}/lines', { params: at(d), body: { lines } })))
export const useShare = (d: Deal) => useChange(async (splits: { user: string; percent: number }[]) => take(await api.PUT('/api/opportunities/{opportunity}/splits', { params: at(d), body: { splits } })))

export interface Ending {
  state: 'won' | 'lost'
  reason: string
  outcome?: string
  lesson?: string
  evidence?: string
  winner?: string
}

export const useClose = (d: Deal) => useChange(async (body: Ending) => take(await api.POST('/api/opportunities/{opportunity}/close', { params: at(d), body })))

const of = (d: Deal, mark: string) => ({ ...at(d), path: { opportunity: d.id, key: mark } })

export const useReach = (d: Deal, mark: string) => useChange(async (evidence: string) => take(await api.PUT('/api/opportunities/{opportunity}/milestones/{key}', { params: of(d, mark), body: { evidence } })))
export const useMiss = (d: Deal, mark: string) => useChange(async (_: void) => take(await api.DELETE('/api/opportunities/{opportunity}/milestones/{key}', { params: of(d, mark) })))

export const useFile = (d: Deal) =>
  useChange(async (file: File) =>
    take(await api.POST('/api/opportunities/{opportunity}/files', { params: { path: { opportunity: d.id }, query: { name: file.name } }, body: file as never, bodySerializer: (raw) => raw as never, headers: { 'Content-Type': 'application/octet-stream' } })))
export const useDiscard = (d: Deal) => useChange(async (file: string) => take(await api.DELETE('/api/opportunities/{opportunity}/files/{file}', { params: { path: { opportunity: d.id, file } } })))
