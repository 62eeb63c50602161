// What the goal screens ask the server.
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, type Schema, take } from '../../ui/api'

export type Goals = Reply<'/api/goals'>
export type Row = Goals['rows'][number]
export type Person = Goals['people'][number]
export type Sheet = Reply<'/api/accounts/{account}/goal'>
export type Proposals = Reply<'/api/goals/proposal'>
export type Accepted = Schema['GoalAccepted']
export type Metric = Row['primary']

const key = 'goals'
const page = 50

export const shown = ['', 'set', 'unset', 'fault'] as const
export type Show = (typeof shown)[number]

export const sorts = ['space', 'attainment', 'share', 'sales'] as const
export type Sort = (typeof sorts)[number]

export interface Which {
  year: number
  owner: string
  show: Show
  sort: Sort
}

/** useGoals lists accounts with their goals, page by page. */
export const useGoals = ({ year, owner, show, sort }: Which) =>
  useInfiniteQuery({
    queryKey: [key, year, owner, show, sort],
    queryFn: async ({ pageParam: from }) =>
      take(await api.GET('/api/goals', { params: { query: { year, owner: owner || undefined, show: show || undefined, sort, from, limit: page } } })),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next || undefined,
    placeholderData: keepPreviousData,
  })

export const useSheet = (account: string, year = 0) =>
  useQuery({ queryKey: [key, 'sheet', account, year], queryFn: async () => take(await api.GET('/api/accounts/{account}/goal', { params: { path: { account }, query: { year } } })) })

/** useChange sends something and asks anew for all that may depend on it. */
function useChange<In>(send: (body: In) => Promise<unknown>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: () => Promise.all([queries.invalidateQueries({ queryKey: [key] }), queries.invalidateQueries({ queryKey: ['portfolio'] })]),
  })
}

const guard = (version: number) => ({ 'If-Match': `"${version}"` })

export interface Wanted {
  amount: number | null
  share: number | null
  chosen: '' | Metric
  reason: string
}

/** useSet writes a goal over the version that was opened. */
export const useSet = (row: Row) =>
  useChange(async (body: Wanted) =>
    take(await api.PUT('/api/accounts/{account}/goal', { params: { path: { account: row.id }, header: guard(row.goal.version) }, body: { year: row.goal.year, ...body } })))

export const useDrop = (row: Row) =>
  useChange(async () =>
    take(await api.DELETE('/api/accounts/{account}/goal', { params: { path: { account: row.id }, query: { year: row.goal.year }, header: guard(row.goal.version) } })))

export interface Said {
  value: number
  quality: 'evidenced' | 'told' | 'derived'
  evidence: string
}

/** useFill says what an account buys in all, over the estimate that was opened. */
export const useFill = (sheet: Sheet) =>
  useChange(async (body: Said) =>
    take(await api.PUT('/api/accounts/{account}/wallet', { params: { path: { account: sheet.row.id }, header: guard(sheet.estimate) }, body: { ...body, expires: '' } })))

export interface Trial {
  year: number
  owner: string
  growth: number
  points: number
}

export const useProposals = ({ owner, ...trial }: Trial) =>
  useQuery({
    queryKey: [key, 'proposal', owner, trial],
    queryFn: async () => take(await api.GET('/api/goals/proposal', { params: { query: { ...trial, owner: owner || undefined } } })),
  })

export const useAccept = () => useChange(async (body: { year: number; rows: Accepted[] }) => take(await api.POST('/api/goals/proposal', { body })))
