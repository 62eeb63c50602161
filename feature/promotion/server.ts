// What the screens of promotions ask the server.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, type Reply, type Schema, take } from '../../ui/api'

export type Calendar = Reply<'/api/promotions'>
export type Row = Calendar['rows'][number]
export type Sheet = Reply<'/api/promotions/{promotion}'>
export type Planning = Schema['PromotionPlanning']
type Named = Calendar['methods'][number]

export const looks: Record<Row['state'], 'ok' | 'ask' | 'blocked' | 'info'> = { planned: 'info', evaluated: 'ok', cancelled: 'blocked' }

const key = 'promotions'

export const useCalendar = (query: { account?: string; from: string; until: string }) =>
  useQuery({ queryKey: [key, query], placeholderData: keepPreviousData, queryFn: async () => take(await api.GET('/api/promotions', { params: { query } })) })
export const usePromotion = (promotion: string) =>
  useQuery({ queryKey: [key, 'one', promotion], queryFn: async () => take(await api.GET('/api/promotions/{promotion}', { params: { path: { promotion } } })) })

/** useWay says what a way to promote is called in the language of the screen. */
export function useWay(methods: Named[] = []) {
  const { i18n } = useTranslation()
  return (key: string) => {
    const one = methods.find((m) => m.key === key)
    return one ? (i18n.language === 'en' ? one.en : one.zh) : key
  }
}

/** useChange sends something and asks for promotions anew. */
function useChange<In, Out>(send: (body: In) => Promise<Out>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: send, onSuccess: () => queries.invalidateQueries({ queryKey: [key] }) })
}

const at = (p: { id: string; version: number }) => ({ path: { promotion: p.id }, header: { 'If-Match': `"${p.version}"` } })

export const usePlan = (account: string, old?: Row) =>
  useChange(async (body: Planning) => old
    ? take(await api.PUT('/api/promotions/{promotion}', { params: at(old), body }))
    : take(await api.POST('/api/accounts/{account}/promotions', { params: { path: { account } }, body })))
export const useForesee = (account: string) => useMutation({ mutationFn: async (body: Planning) => take(await api.POST('/api/accounts/{account}/promotions/foresee', { params: { path: { account } }, body })) })
export const useTurn = (p: Row) => useChange(async (body: Schema['PromotionTurned']) => take(await api.POST('/api/promotions/{promotion}/turn', { params: at(p), body })))
