// What the screens of strategies ask the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, take } from '../../ui/api'

export type Card = Reply<'/api/opportunities/{opportunity}/strategy'>
export type Strategy = Card['advice']['strategy']
export type Step = Card['advice']['trail'][number]
export type Facts = Card['facts']
export type Answer = Facts['incumbent']
export type Record = Card['records'][number]

export const ways = ['defend', 'frontal', 'flank', 'fragment', 'develop'] as const

const key = 'strategies'
const match = (version: number) => ({ 'If-Match': `"${version}"` })

export const useCard = (opportunity: string) =>
  useQuery({ queryKey: [key, opportunity], queryFn: async () => take(await api.GET('/api/opportunities/{opportunity}/strategy', { params: { path: { opportunity } } })) })

export const useStatistics = () => useQuery({ queryKey: [key, 'statistics'], queryFn: async () => take(await api.GET('/api/strategies')) })

export function useChoose(card: Card) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (body: { strategy: Strategy; reason?: string }) =>
      take(await api.PUT('/api/opportunities/{opportunity}/strategy', { params: { path: { opportunity: card.deal }, header: match(card.chosen.number) }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [key] }),
  })
}

export interface Known {
  incumbent: Answer
  changeable: Answer
  until?: string
  divisible: Answer
  part?: string
  part_ratio?: number
  evidence: string
}

export function useKnow(card: Card) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (body: Known) =>
      take(await api.PUT('/api/opportunities/{opportunity}/strategy/facts', { params: { path: { opportunity: card.deal }, header: match(card.facts.version) }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [key] }),
  })
}
