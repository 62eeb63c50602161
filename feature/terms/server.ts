// What the screens of terms ask the server.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, type Schema, take } from '../../ui/api'

export type Sheet = Reply<'/api/accounts/{account}/terms'>
export type Row = Sheet['rows'][number]
export type Terms = Sheet['now']
export type Mode = Terms['mode']
export type Part = NonNullable<Terms['parts']>[number]
export type Preview = Sheet['next']
export type Agreeing = Schema['TermsAgreeing']
export type Day = Reply<'/api/terms/days'>['days'][number]

export const modes = ['INV_DAYS', 'EOM_DAYS', 'EOM_MONTHS', 'NEXT_FIRST_DAYS', 'INV_MONTHS'] as const

const key = 'terms'

export const useSheet = (account: string) =>
  useQuery({ queryKey: [key, account], queryFn: async () => take(await api.GET('/api/accounts/{account}/terms', { params: { path: { account } } })) })

/** usePreview says when a document of a day would be due, while terms are being chosen. */
export const usePreview = (agreed: Terms, on: string, amount = 0) =>
  useQuery({ queryKey: [key, 'preview', agreed, on, amount], placeholderData: keepPreviousData, retry: false, queryFn: async () => take(await api.POST('/api/terms/preview', { body: { agreed, on, amount } })) })

export const useDays = (year: number) =>
  useQuery({ queryKey: [key, 'days', year], placeholderData: keepPreviousData, queryFn: async () => take(await api.GET('/api/terms/days', { params: { query: { year } } })) })

/** useChange sends something and asks for everything that due dates decide anew. */
function useChange<In, Out>(send: (body: In) => Promise<Out>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: send, onSuccess: () => Promise.all([key, 'money', 'receivables'].map((what) => queries.invalidateQueries({ queryKey: [what] }))) })
}

export const useAgree = (account: string) =>
  useChange(async (body: Agreeing) => take(await api.POST('/api/accounts/{account}/terms', { params: { path: { account } }, body })))

export const useWithdraw = (account: string) =>
  useChange(async ({ id, version }: Row) => take(await api.DELETE('/api/accounts/{account}/terms/{id}', { params: { path: { account, id }, header: { 'If-Match': `"${version}"` } } })))

export const useSetDays = () =>
  useChange(async (all: Day[]) => {
    for (const { on, working, name } of all) take(await api.PUT('/api/terms/days/{day}', { params: { path: { day: on } }, body: { working, name } }))
  })

export const useDropDay = () => useChange(async (day: string) => take(await api.DELETE('/api/terms/days/{day}', { params: { path: { day } } })))
