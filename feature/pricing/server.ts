// What the screens of prices ask the server.
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, type Schema, take } from '../../ui/api'

export type Lists = Reply<'/api/prices/lists'>
export type List = Lists['rows'][number]
export type Heading = Schema['PricingHeading']
export type Scope = List['scope']
export type Prices = Reply<'/api/prices/lists/{list}'>
export type Agreements = Reply<'/api/prices/frameworks'>
export type Agreement = Agreements['rows'][number]
export type Terms = Schema['PricingTerms']
export type Floor = Reply<'/api/prices/floors'>[number]
export type Requests = Reply<'/api/prices/specials'>
export type Request = Requests['rows'][number]
export type OfDeal = Reply<'/api/opportunities/{opportunity}/prices'>
export type Offered = OfDeal['lines'][number]

export const scopes = ['all', 'region', 'industry', 'tier'] as const
export const frameworkStates = ['', 'running', 'ending', 'coming', 'over'] as const
export const specialStates = ['', 'waiting', 'granted', 'refused', 'withdrawn', 'lapsed'] as const

const key = 'prices'

export const useLists = () => useQuery({ queryKey: [key, 'lists'], queryFn: async () => take(await api.GET('/api/prices/lists')) })

export const usePrices = (list: string, search: string) =>
  useInfiniteQuery({
    queryKey: [key, 'list', list, search],
    queryFn: async ({ pageParam: after }) => take(await api.GET('/api/prices/lists/{list}', { params: { path: { list }, query: { search, after, limit: 100 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next || undefined,
    placeholderData: keepPreviousData,
  })

export const useAgreements = (state: (typeof frameworkStates)[number]) =>
  useQuery({ queryKey: [key, 'frameworks', state], placeholderData: keepPreviousData, queryFn: async () => take(await api.GET('/api/prices/frameworks', { params: { query: { state: state || undefined } } })) })

export const useRequests = (state: (typeof specialStates)[number]) =>
  useQuery({ queryKey: [key, 'specials', state], placeholderData: keepPreviousData, queryFn: async () => take(await api.GET('/api/prices/specials', { params: { query: { state: state || undefined } } })) })

export const useFloors = (search: string) =>
  useQuery({ queryKey: [key, 'floors', search], placeholderData: keepPreviousData, queryFn: async () => take(await api.GET('/api/prices/floors', { params: { query: { search } } })) })

/** usePricesOf are the prices of a deal at the version that is shown: other lines are other prices. */
export const usePricesOf = (opportunity: string, version: number) =>
  useQuery({ queryKey: [key, 'deal', opportunity, version], placeholderData: keepPreviousData, queryFn: async () => take(await api.GET('/api/opportunities/{opportunity}/prices', { params: { path: { opportunity } } })) })

/** useWares are the products that words find. */
export const useWares = (search: string) =>
  useQuery({ queryKey: ['products', 'found', search], placeholderData: keepPreviousData, queryFn: async () => take(await api.GET('/api/products', { params: { query: { search, limit: 20 } } })).rows })

/** useCustomers are the accounts that words find. */
export const useCustomers = (search: string) =>
  useQuery({ queryKey: ['accounts', 'found', search], placeholderData: keepPreviousData, queryFn: async () => take(await api.GET('/api/accounts', { params: { query: { search, limit: 20 } } })).rows })

/** useChange sends something and asks for everything that shows prices anew. */
function useChange<In, Out>(send: (body: In) => Promise<Out>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: send, onSuccess: () => Promise.all([key, 'opportunities', 'approvals', 'today'].map((what) => queries.invalidateQueries({ queryKey: [what] }))) })
}

const match = (version: number) => ({ 'If-Match': `"${version}"` })

export const useSaveList = (old?: List) =>
  useChange(async (body: Heading) =>
    old ? take(await api.PUT('/api/prices/lists/{list}', { params: { path: { list: old.id }, header: match(old.version) }, body })) : take(await api.POST('/api/prices/lists', { body })))

/** useDropList takes a list away; what it said is not asked for again. */
export function useDropList() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (l: List) => take(await api.DELETE('/api/prices/lists/{list}', { params: { path: { list: l.id }, header: match(l.version) } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [key, 'lists'] }),
  })
}

export const useSetPrice = (list: string, version: number) =>
  useChange(async ({ product, list: price }: { product: string; list: string | null }) => {
    const params = { path: { list, product }, header: match(version) }
    return price === null ? take(await api.DELETE('/api/prices/lists/{list}/products/{product}', { params })) : take(await api.PUT('/api/prices/lists/{list}/products/{product}', { params, body: { list: price } }))
  })

export const useSaveFramework = (old?: Agreement) =>
  useChange(async (body: Terms & { account: string; product: string }) => {
    if (!old) return take(await api.POST('/api/prices/frameworks', { body }))
    const { account: _, product: __, ...terms } = body
    return take(await api.PUT('/api/prices/frameworks/{framework}', { params: { path: { framework: old.id }, header: match(old.version) }, body: terms }))
  })

export const useCancel = () => useChange(async (a: Agreement) => take(await api.DELETE('/api/prices/frameworks/{framework}', { params: { path: { framework: a.id }, header: match(a.version) } })))

export const useSetFloor = () =>
  useChange(async ({ product, ...body }: { product: string; from?: string; floor: string; unit_cost?: string }) => take(await api.PUT('/api/prices/floors/{product}', { params: { path: { product } }, body })))

export const useDropFloor = () => useChange(async (f: Floor) => take(await api.DELETE('/api/prices/floors/{product}', { params: { path: { product: f.product }, query: { from: f.from } } })))

export interface Wish {
  product: string
  quantity: string
  wanted: string
  until: string
  reason: string
}

export const useAsk = (opportunity: string) => useChange(async (body: Wish) => take(await api.POST('/api/opportunities/{opportunity}/prices', { params: { path: { opportunity } }, body })))
