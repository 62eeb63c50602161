// What the screens of fees ask the server.
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, type Reply, type Schema, take } from '../../ui/api'
import { today } from '../../ui/day'

export type Register = Reply<'/api/fees'>
export type Row = Register['rows'][number]
export type State = Row['state']
export type Sheet = Reply<'/api/fees/{fee}'>
export type Rule = Reply<'/api/fees/{fee}/rule'>
export type Result = Reply<'/api/accounts/{account}/fees/result'>
export type Asking = Schema['FeeAsking']
export type Paying = Schema['FeePaying']
export type Planning = Schema['FeePlanning']
export type Purse = Reply<'/api/fees/budgets'>[number]
type Named = Register['types'][number]

export const states: State[] = ['blocked', 'waiting', 'refused', 'approved', 'executed', 'settled', 'evaluated']
export const looks: Record<State, 'ok' | 'ask' | 'blocked' | 'info'> = { blocked: 'blocked', waiting: 'ask', refused: 'blocked', approved: 'info', executed: 'info', settled: 'ok', evaluated: 'ok' }
export const lights = { covered: 'ok', tight: 'ask', short: 'blocked', unknown: 'info' } as const

const key = 'fees'

export interface Which {
  account?: string
  promotion?: string
  state?: State
  type?: string
}

export const useFees = (query: Which) =>
  useInfiniteQuery({
    queryKey: [key, query],
    queryFn: async ({ pageParam: after }) => take(await api.GET('/api/fees', { params: { query: { ...query, after, limit: 50 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next || undefined,
    placeholderData: keepPreviousData,
  })

export const useFee = (fee: string) => useQuery({ queryKey: [key, 'one', fee], queryFn: async () => take(await api.GET('/api/fees/{fee}', { params: { path: { fee } } })) })
export const useRule = (fee: string, enabled: boolean) =>
  useQuery({ queryKey: [key, 'rule', fee], enabled, queryFn: async () => take(await api.GET('/api/fees/{fee}/rule', { params: { path: { fee } } })) })
export const useBudgets = () => useQuery({ queryKey: [key, 'budgets'], queryFn: async () => take(await api.GET('/api/fees/budgets')) })
export const useResult = (account: string, from: string, until: string) =>
  useQuery({ queryKey: [key, 'result', account, from, until], queryFn: async () => take(await api.GET('/api/accounts/{account}/fees/result', { params: { path: { account }, query: { from, until } } })) })
export const useResults = (from: string, until: string) =>
  useQuery({ queryKey: [key, 'results', from, until], placeholderData: keepPreviousData, queryFn: async () => take(await api.GET('/api/fees/results', { params: { query: { from, until } } })) })

/** usePromotions are those of an account that something may be spent for: of last year, this one and the next. */
export function usePromotions(account: string, enabled: boolean) {
  const year = Number(today().slice(0, 4)), query = { account, from: `${year - 1}-01-01`, until: `${year + 1}-12-31` }
  return useQuery({ queryKey: ['promotions', query], enabled, queryFn: async () => take(await api.GET('/api/promotions', { params: { query } })) })
}

/** useTypeName says what a type of fee is called in the language of the screen. */
export function useTypeName(types: Named[] = []) {
  const { i18n } = useTranslation()
  return (key: string) => {
    const type = types.find((t) => t.key === key)
    return type ? (i18n.language === 'en' ? type.en : type.zh) : key
  }
}

/** useChange sends something and asks for fees, promotions and what waits for consent anew. */
function useChange<In, Out>(send: (body: In) => Promise<Out>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: send, onSuccess: () => Promise.all([key, 'promotions', 'approvals'].map((what) => queries.invalidateQueries({ queryKey: [what] }))) })
}

const at = (f: { id: string; version: number }) => ({ path: { fee: f.id }, header: { 'If-Match': `"${f.version}"` } })

export const useAsk = (account: string, old?: { id: string; version: number }) =>
  useChange(async (body: Asking) => old
    ? take(await api.PUT('/api/fees/{fee}', { params: at(old), body }))
    : take(await api.POST('/api/accounts/{account}/fees', { params: { path: { account } }, body })))
export const useForesee = (account: string) => useMutation({ mutationFn: async (body: Asking) => take(await api.POST('/api/accounts/{account}/fees/foresee', { params: { path: { account } }, body })) })
export const useOverride = (f: Sheet) => useChange(async (reason: string) => take(await api.POST('/api/fees/{fee}/override', { params: at(f), body: { reason } })))
export const useExecute = (f: Sheet) => useChange(async (_: void) => take(await api.POST('/api/fees/{fee}/execute', { params: at(f) })))
export const useEvaluate = (f: Sheet) => useChange(async (lesson: string) => take(await api.POST('/api/fees/{fee}/evaluate', { params: at(f), body: { lesson } })))
export const useRaise = (f: Sheet) => useChange(async (body: { amount: number; reason: string }) => take(await api.POST('/api/fees/{fee}/raise', { params: { path: { fee: f.id } }, body })))
export const usePay = (f: Sheet) => useChange(async (body: Paying) => take(await api.POST('/api/fees/{fee}/bookings', { params: { path: { fee: f.id } }, body })))
export const useShow = (f: Sheet) => useChange(async (check: string) => take(await api.POST('/api/fees/{fee}/checks', { params: { path: { fee: f.id } }, body: { check } })))
export const useReverse = (f: Sheet) =>
  useChange(async (body: { booking: string; reason: string }) =>
    take(await api.POST('/api/accounts/{account}/fees/bookings/{booking}/reverse', { params: { path: { account: f.account, booking: body.booking } }, body: { reason: body.reason } })))
export const useFile = (f: Sheet) =>
  useChange(async (file: File) =>
    take(await api.POST('/api/fees/{fee}/papers', { params: { path: { fee: f.id }, query: { name: file.name } }, body: file as never, bodySerializer: (raw) => raw as never, headers: { 'Content-Type': 'application/octet-stream' } })))
export const usePlan = (old?: Purse) =>
  useChange(async (body: Planning) => old
    ? take(await api.PUT('/api/fees/budgets/{budget}', { params: { path: { budget: old.id }, header: { 'If-Match': `"${old.version}"` } }, body }))
    : take(await api.POST('/api/fees/budgets', { body })))
export const useDropBudget = () =>
  useChange(async (b: Purse) => take(await api.DELETE('/api/fees/budgets/{budget}', { params: { path: { budget: b.id }, header: { 'If-Match': `"${b.version}"` } } })))
