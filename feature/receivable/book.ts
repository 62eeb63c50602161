// What a credit controller books of an account, and what he says pays what.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, type Schema, take } from '../../ui/api'
import type { Statement } from './server'

export type Paper = Statement['documents'][number]
export type Proposal = Reply<'/api/accounts/{account}/receivables/documents/{id}/proposal'>
export type Booking = Schema['ReceivablePaper']

export const kinds = ['receipt', 'bill', 'invoice', 'credit', 'refund', 'shipment'] as const

/** paying are the kinds of paper that pay others. */
export const paying = new Set<string>(['receipt', 'bill', 'credit', 'setoff', 'writeoff'])

/** useChange sends something and asks for everything that shows money anew. */
function useChange<In, Out>(send: (body: In) => Promise<Out>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: send, onSuccess: () => Promise.all(['money', 'collection', 'credit', 'ledger', 'account'].map((what) => queries.invalidateQueries({ queryKey: [what] }))) })
}

export const useBook = (account: string) =>
  useChange(async (body: Booking) => take(await api.POST('/api/accounts/{account}/receivables/documents', { params: { path: { account } }, body })))

export const useReverse = (account: string, id: string) =>
  useChange(async (reason: string) => take(await api.POST('/api/accounts/{account}/receivables/documents/{id}/reverse', { params: { path: { account, id } }, body: { reason } })))

export const useProposal = (account: string, id: string) =>
  useQuery({ queryKey: ['money', 'proposal', account, id], gcTime: 0, queryFn: async () => take(await api.GET('/api/accounts/{account}/receivables/documents/{id}/proposal', { params: { path: { account, id } } })) })

export const useCorrect = (account: string, id: string) =>
  useChange(async (shares: Schema['ReceivableShare'][]) => take(await api.POST('/api/accounts/{account}/receivables/documents/{id}/allocation', { params: { path: { account, id } }, body: { shares } })))

export const useExtract = (account: string, from: string, until: string) =>
  useQuery({ queryKey: ['money', 'extract', account, from, until], queryFn: async () => take(await api.GET('/api/accounts/{account}/receivables/statement', { params: { path: { account }, query: { from, until } } })) })
