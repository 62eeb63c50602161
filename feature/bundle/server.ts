// What the screens of packages and of sharing ask the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, type Schema, take } from '../../ui/api'

export type Shelf = Reply<'/api/bundles'>
export type Bundle = Shelf['bundles'][number]
export type Partner = Shelf['partners'][number]
export type Way = Partner['ways'][number]
export type Sharings = Reply<'/api/sharing'>
export type Agreement = Sharings['agreements'][number]
export type Consent = Reply<'/api/accounts/{account}/consents'>[number]
export type Field = (typeof fields)[number]

export const ways = ['merger', 'alliance', 'agency', 'sharing'] as const
export const fields = ['code', 'name', 'region', 'city', 'industry', 'employees'] as const

const key = 'bundles'

export const useShelf = () => useQuery({ queryKey: [key], queryFn: async () => take(await api.GET('/api/bundles')) })
export const useSharings = () => useQuery({ queryKey: [key, 'sharing'], queryFn: async () => take(await api.GET('/api/sharing')) })
export const useConsents = (account: string) => useQuery({ queryKey: [key, 'consents', account], queryFn: async () => take(await api.GET('/api/accounts/{account}/consents', { params: { path: { account } } })) })

/** useChange sends something and asks for packages, sharing and what waits for consent anew. */
function useChange<In, Out>(send: (body: In) => Promise<Out>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: send, onSuccess: () => Promise.all([key, 'approvals'].map((what) => queries.invalidateQueries({ queryKey: [what] }))) })
}

const match = (version: number) => ({ 'If-Match': `"${version}"` })

export const usePack = (old?: Bundle) =>
  useChange(async (body: Schema['BundlePacking']) => old
    ? take(await api.PUT('/api/bundles/{bundle}', { params: { path: { bundle: old.id }, header: match(old.version) }, body }))
    : take(await api.POST('/api/bundles', { body })))

export const useMeet = (old?: Partner) =>
  useChange(async (body: Schema['BundleMeeting']) => old
    ? take(await api.PUT('/api/bundles/partners/{partner}', { params: { path: { partner: old.id }, header: match(old.version) }, body }))
    : take(await api.POST('/api/bundles/partners', { body })))

export const useAgree = () => useChange(async (body: Schema['BundleTerms']) => take(await api.POST('/api/sharing', { body })))

export const useEnd = () =>
  useChange(async (a: Agreement) => take(await api.DELETE('/api/sharing/{agreement}', { params: { path: { agreement: a.id }, header: match(a.version) } })))

export const useShare = (agreement: string) =>
  useChange(async (body: Schema['BundleChosen']) => take(await api.POST('/api/sharing/{agreement}/lists', { params: { path: { agreement } }, body })))

export const useConsent = (account: string) =>
  useChange(async (body: Schema['BundleGiven']) => take(await api.POST('/api/accounts/{account}/consents', { params: { path: { account } }, body })))

export const useWithdraw = (account: string) =>
  useChange(async (c: Consent) => take(await api.DELETE('/api/accounts/{account}/consents/{id}', { params: { path: { account, id: c.id }, header: match(c.version) } })))
