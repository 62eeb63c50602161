// What the board of deals asks the server.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Problem, type Reply, take } from '../../ui/api'
import { moved } from './move'

export type Board = Reply<'/api/pipeline/board'>
export type Column = Board['columns'][number]
export type Card = Column['cards'][number]
export type Timeline = Reply<'/api/pipeline/timeline'>
export type Funnel = Reply<'/api/pipeline/funnel'>
export type Levels = Reply<'/api/pipeline/levels'>
export type Tomorrow = Reply<'/api/pipeline/tomorrow'>

export interface Which {
  process?: string
  owner?: string
  state?: 'open' | 'nurture'
}

const key = 'pipeline'

export const useBoard = (query: Which) =>
  useQuery({ queryKey: [key, 'board', query], queryFn: async () => take(await api.GET('/api/pipeline/board', { params: { query } })), placeholderData: keepPreviousData })

export const useTimeline = (query: Which) =>
  useQuery({ queryKey: [key, 'timeline', query], queryFn: async () => take(await api.GET('/api/pipeline/timeline', { params: { query } })), placeholderData: keepPreviousData })

export const useFunnel = (query: Which) =>
  useQuery({ queryKey: [key, 'funnel', query], queryFn: async () => take(await api.GET('/api/pipeline/funnel', { params: { query } })), placeholderData: keepPreviousData })

export const useLevels = (query: Which) =>
  useQuery({ queryKey: [key, 'levels', query], queryFn: async () => take(await api.GET('/api/pipeline/levels', { params: { query } })), placeholderData: keepPreviousData })

export const useTomorrow = (owner?: string) =>
  useQuery({ queryKey: [key, 'tomorrow', owner], queryFn: async () => take(await api.GET('/api/pipeline/tomorrow', { params: { query: { owner } } })), placeholderData: keepPreviousData })

/** useMore adds further cards to a column of the board. */
export function useMore(query: Which, column: Column) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async () => take(await api.GET('/api/pipeline/column', { params: { query: { ...query, stage: column.key, skip: column.cards.length } } })),
    onSuccess: (cards) => queries.setQueryData<Board>([key, 'board', query], (b) => b && { ...b, columns: b.columns.map((c) => (c.key === column.key ? { ...c, cards: [...c.cards, ...cards.filter((n) => !c.cards.some((o) => o.id === n.id))] } : c)) }),
  })
}

export interface Moving {
  card: Card
  to: string
  reason?: string
}

/** Beaten says that somebody else was faster, and where the deal is now. */
export interface Beaten {
  by: string
  zh: string
  en: string
  ended: boolean
}

const where = async (id: string): Promise<Beaten> => {
  const sheet = take(await api.GET('/api/opportunities/{opportunity}', { params: { path: { opportunity: id } } }))
  const step = sheet.steps.find((s) => s.place === 'here') ?? { zh: sheet.deal.stage, en: sheet.deal.stage }
  return { by: sheet.moves[0]?.by ?? '', zh: step.zh, en: step.en, ended: sheet.deal.state === 'won' || sheet.deal.state === 'lost' }
}

/** useMoveCard moves a card with one request; it lies at its new step at once, and goes back where the server refuses. */
export function useMoveCard(query: Which, told: (card: Card, beaten: Beaten) => void) {
  const queries = useQueryClient()
  const at = [key, 'board', query]
  return useMutation<{ version: number }, Problem, Moving, { before?: Board }>({
    mutationFn: async ({ card, to, reason }) => take(await api.POST('/api/opportunities/{opportunity}/move', { params: { path: { opportunity: card.id }, header: { 'If-Match': `"${card.version}"` } }, body: { stage: to, reason } })),
    onMutate: async ({ card, to }) => {
      await queries.cancelQueries({ queryKey: at })
      const before = queries.getQueryData<Board>(at)
      queries.setQueryData<Board>(at, (b) => b && moved(b, card, to))
      return { before }
    },
    onSuccess: ({ version }, { card, to }, context) => {
      queries.setQueryData<Board>(at, (b) => (context?.before ? b && moved(b, { ...card, version }, to) : b))
      for (const other of ['opportunities', 'forecast', 'today']) void queries.invalidateQueries({ queryKey: [other], refetchType: 'none' })
      void queries.invalidateQueries({ queryKey: [key], refetchType: 'none' })
    },
    onError: async (error, { card }, context) => {
      if (context?.before) queries.setQueryData<Board>(at, context.before)
      if (error.status !== 412) return
      const beaten = await where(card.id)
      await queries.invalidateQueries({ queryKey: [key] })
      told(card, beaten)
    },
  })
}
