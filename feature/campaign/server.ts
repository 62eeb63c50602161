// What the screens ask the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, type Schema, take } from '../../ui/api'

export type Board = Reply<'/api/opportunities/{opportunity}/campaign'>
export type Item = Board['items'][number]
export type Factor = Board['factors'][number]
export type Asking = Schema['CampaignAsked']
export type Weighing = Schema['CampaignFactors']
export type Phase = 'thinking' | 'acting' | 'reviewing'

export const phases = ['thinking', 'acting', 'reviewing'] as const
export const tests = ['people', 'words', 'deeds'] as const
export const questions = ['situation', 'problem', 'implication', 'payoff', 'confirmed', 'solution'] as const
/** groupOf is the group of a factor: what stands before the dot of its key. */
export const groupOf = (factor?: string) => factor?.split('.')[0]
export const attitudes = ['plans', 'honest', 'factual', 'foresees', 'solves', 'lasting'] as const

export const useBoard = (opportunity: string) =>
  useQuery({ queryKey: ['campaign', opportunity], queryFn: async () => take(await api.GET('/api/opportunities/{opportunity}/campaign', { params: { path: { opportunity } } })) })

function useChange<In, Out>(mutationFn: (input: In) => Promise<Out>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn, onSuccess: () => queries.invalidateQueries({ queryKey: ['campaign'] }) })
}

const over = (opportunity: string, board: Board) => ({ path: { opportunity }, header: { 'If-Match': `"${board.sheet.version}"` } })

export const useAsk = (deal: string, board: Board) => useChange(async (body: Asking) => take(await api.PUT('/api/opportunities/{opportunity}/campaign', { params: over(deal, board), body })))

export const useWeigh = (deal: string, board: Board) => useChange(async (body: Weighing) => take(await api.PUT('/api/opportunities/{opportunity}/campaign/factors', { params: over(deal, board), body })))

export const useEnter = (deal: string, board: Board) => useChange(async (phase: Phase) => take(await api.PUT('/api/opportunities/{opportunity}/campaign/phase', { params: over(deal, board), body: { phase } })))

export const useLearn = (opportunity: string) => useChange(async (lesson: string) => take(await api.POST('/api/opportunities/{opportunity}/campaign/lessons', { params: { path: { opportunity } }, body: { lesson } })))

export function useDo(account: string, subject: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (body: { title: string; owner: string; due: string }) => take(await api.POST('/api/accounts/{account}/actions', { params: { path: { account } }, body: { ...body, subject } })),
    onSuccess: () => Promise.all(['campaign', 'actions', 'plans'].map((queryKey) => queries.invalidateQueries({ queryKey: [queryKey] }))),
  })
}
