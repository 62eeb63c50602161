// What the development screens ask the server.
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, take } from '../../ui/api'

export type Sheet = Reply<'/api/accounts/{account}/development'>
export type Gate = Sheet['gates'][number]
export type Condition = Gate['conditions'][number]
export type Judgement = Sheet['target']
export type Kind = Judgement['kind']
export type Square = Sheet['squares'][number]
export type Meeting = Sheet['meetings'][number]
export type Team = Meeting['team']
export type StageMap = Reply<'/api/development/map'>
export type List = Reply<'/api/development/accounts'>
export type Row = List['rows'][number]

const key = 'development'
const page = 50

export const useSheet = (account: string) =>
  useQuery({ queryKey: [key, account], queryFn: async () => take(await api.GET('/api/accounts/{account}/development', { params: { path: { account } } })) })

/** usePast is all that was said of a kind, asked for when it is opened. */
export const usePast = (account: string, kind: Kind, open: boolean) =>
  useQuery({
    queryKey: [key, account, kind],
    queryFn: async () => take(await api.GET('/api/accounts/{account}/development/{kind}', { params: { path: { account, kind } } })),
    enabled: open,
  })

function useChange<In>(send: (body: In) => Promise<unknown>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: send, onSuccess: () => queries.invalidateQueries({ queryKey: [key] }) })
}

const guard = (version: number) => ({ 'If-Match': `"${version}"` })

export interface Saying {
  scores: number[]
  evidence: string
  expires?: string
}

/** useJudge says something over the judgement that was opened. */
export const useJudge = ({ account, kind, version }: Judgement) =>
  useChange(async (body: Saying) => take(await api.PUT('/api/accounts/{account}/development/{kind}', { params: { path: { account, kind }, header: guard(version) }, body })))

export const useMeet = (account: string) =>
  useChange(async (body: { team: Team; on: string; subject: string }) => take(await api.POST('/api/accounts/{account}/development/meetings', { params: { path: { account } }, body })))

export const useUnmeet = () =>
  useChange(async ({ account, id, version }: Meeting) =>
    take(await api.DELETE('/api/accounts/{account}/development/meetings/{meeting}', { params: { path: { account, meeting: id }, header: guard(version) } })))

export const useMap = () => useQuery({ queryKey: [key, 'map'], queryFn: async () => take(await api.GET('/api/development/map')) })

export const shown = ['', 'below', 'interrupted', 'down', 'up', 'warned', 'rated'] as const
export type Show = (typeof shown)[number]
export type Tier = '' | 'MAJOR' | 'NAMED' | 'NONNAMED' | 'MASS' | 'none'
export type Template = Square['template']

export interface Which {
  tier: Tier
  stage: number
  show: Show
  cell: number
  square: number
  grid: Template
}

/** query leaves out what says nothing. */
export const query = ({ tier, stage, show, cell, square, grid }: Which) => ({
  tier: tier || undefined, stage: stage || undefined, show: show || undefined, cell: cell || undefined, square: square || undefined, grid: square ? grid : undefined,
})

export const useList = (which: Which) =>
  useInfiniteQuery({
    queryKey: [key, 'list', which],
    queryFn: async ({ pageParam: from }) => take(await api.GET('/api/development/accounts', { params: { query: { ...query(which), from, limit: page } } })),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next || undefined,
    placeholderData: keepPreviousData,
  })

/** useRated are the accounts that somebody has rated: the dots on the grids. */
export const useRated = () =>
  useQuery({ queryKey: [key, 'rated'], queryFn: async () => take(await api.GET('/api/development/accounts', { params: { query: { show: 'rated', limit: 200 } } })) })
