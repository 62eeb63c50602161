// What the screen of money asks the server.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useAddress } from '../../ui/address'
import { api, type Reply, take } from '../../ui/api'

export type Ageing = Reply<'/api/money/ageing'>
export type Row = Ageing['rows'][number]
export type Head = Reply<'/api/money/head'>
export type Statement = Reply<'/api/accounts/{account}/receivables'>
export type Claim = Statement['claims'][number]

export const ways = ['account', 'group', 'manager', 'region', 'industry'] as const
export type By = (typeof ways)[number]

/** useChoices are what the user has chosen; they live in the URL. */
export const useChoices = () => useAddress({ by: 'account', as_of: '', then: '', account: '', rows: '12' })

/** useAsked is the day that is looked at, and what of it counts as known. */
export function useAsked() {
  const [{ as_of, then }] = useChoices()
  return { as_of: as_of || undefined, then: then === '1' || undefined }
}

export function useAgeing() {
  const [{ by, rows }] = useChoices()
  const query = { ...useAsked(), by: by as By, limit: Number(rows) }
  return useQuery({ queryKey: ['money', 'ageing', query], placeholderData: keepPreviousData,
    queryFn: async () => take(await api.GET('/api/money/ageing', { params: { query } })) })
}

export function useHead() {
  const query = useAsked()
  return useQuery({ queryKey: ['money', 'head', query], placeholderData: keepPreviousData,
    queryFn: async () => take(await api.GET('/api/money/head', { params: { query } })) })
}

export function useStatement(account: string) {
  const query = useAsked()
  return useQuery({ queryKey: ['money', 'account', account, query], placeholderData: keepPreviousData,
    queryFn: async () => take(await api.GET('/api/accounts/{account}/receivables', { params: { path: { account }, query } })) })
}
