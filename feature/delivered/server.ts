// What the offers of an account ask the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, take } from '../../ui/api'

export type Offers = Reply<'/api/accounts/{account}/offers'>
export type Offer = Offers['rows'][number]
export type Side = Offer['sides'][number]
export type Value = Side['values'][number]

export const costs = ['money', 'time', 'energy', 'effort']

const key = 'offers'

export const useOffers = (account: string) =>
  useQuery({ queryKey: [key, account], queryFn: async () => take(await api.GET('/api/accounts/{account}/offers', { params: { path: { account } } })) })

/** useChange sends something and asks for offers anew. */
function useChange<In>(send: (body: In) => Promise<unknown>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: send, onSuccess: () => queries.invalidateQueries({ queryKey: [key] }) })
}

const guard = (version: number) => ({ 'If-Match': `"${version}"` })

export interface Wording {
  name: string
  others: string[]
  unit: 'money' | 'points'
}

/** useKeep begins a sheet, or changes the one that was opened. */
export const useKeep = (account: string, old?: Offer) =>
  useChange(async ({ unit, ...body }: Wording) =>
    take(old ? await api.PUT('/api/offers/{id}', { params: { path: { id: old.id }, header: guard(old.version) }, body }) : await api.POST('/api/accounts/{account}/offers', { params: { path: { account } }, body: { ...body, unit } })))

export const useDrop = (old: Offer) => useChange(async () => take(await api.DELETE('/api/offers/{id}', { params: { path: { id: old.id }, header: guard(old.version) } })))

export interface Said {
  amount: number
  evidence: string
}

/** useSay notes what a component of a side is worth, in place of the version that was read. */
export const useSay = (offer: string, { place, component, version }: Value) =>
  useChange(async (body: Said) => take(await api.PUT('/api/offers/{id}/sides/{side}/values/{component}', { params: { path: { id: offer, side: place, component }, header: guard(version) }, body })))
