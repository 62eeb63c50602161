// What the target screens ask the server.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, type Schema, take } from '../../ui/api'

export type Board = Reply<'/api/targets'>
export type Row = Board['rows'][number]
export type Measure = Board['measure']
export type Lines = Reply<'/api/targets/lines'>
export type Suggestion = Reply<'/api/targets/suggestion'>
export type Part = Suggestion['rows'][number]
export type Year = Reply<'/api/targets/years'>[number]
export type Span = Year['months'][number]
export type Wanted = Schema['TargetWanted']

const key = 'targets'

export const measures = ['sales', 'collection'] as const
export const ways = ['history', 'evenly', 'current'] as const
export type Way = (typeof ways)[number]

/** useBoard is what people are to do and have done in a year; 0 is this one. */
export const useBoard = (year: number, measure: Measure) =>
  useQuery({ queryKey: [key, 'board', year, measure], queryFn: async () => take(await api.GET('/api/targets', { params: { query: { year, measure } } })), placeholderData: keepPreviousData })

export const useLines = (year: number) =>
  useQuery({ queryKey: [key, 'lines', year], queryFn: async () => take(await api.GET('/api/targets/lines', { params: { query: { year } } })), placeholderData: keepPreviousData })

export const useYears = (around: number) =>
  useQuery({ queryKey: [key, 'years', around], queryFn: async () => take(await api.GET('/api/targets/years', { params: { query: { around } } })) })

export const useWhy = (row: Row, year: number, measure: Measure) =>
  useQuery({
    queryKey: [key, 'why', row.user, row.kind, year, measure],
    queryFn: async () => take(await api.GET('/api/targets/why', { params: { query: { year, measure, user: row.user ?? '', kind: row.kind === 'team' ? 'team' : 'person' } } })),
  })

export interface Wish {
  year: number
  measure: Measure
  head: string
  total: number
  by: Way
  keep: number
  unit: number
  deep: boolean
}

export const useSuggestion = (wish: Wish, on: boolean) =>
  useQuery({
    queryKey: [key, 'suggestion', wish], enabled: on, retry: false,
    queryFn: async () => take(await api.GET('/api/targets/suggestion', { params: { query: wish } })),
  })

/** useChange sends something and, whether it was taken or not, asks for everything anew: who was slower sees what stands there now. */
function useChange<In>(send: (body: In) => Promise<unknown>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: send, onSettled: () => queries.invalidateQueries({ queryKey: [key] }) })
}

export const useSet = () => useChange(async (body: { year: number; measure: Measure; rows: Wanted[] }) => take(await api.PUT('/api/targets', { body })))

export const useTakeOver = () =>
  useChange(async (body: { year: number; measure: Measure; from: string; to: string; version: number; to_version: number }) => take(await api.POST('/api/targets/takeover', { body })))

const guard = (version: number) => ({ 'If-Match': `"${version}"` })

export const useArrange = ({ year, version }: Year) =>
  useChange(async (months: Span[]) => take(await api.PUT('/api/targets/years/{year}', { params: { path: { year }, header: guard(version) }, body: { months } })))

export const useRelease = ({ year, version }: Year) =>
  useChange(async () => take(await api.DELETE('/api/targets/years/{year}', { params: { path: { year }, header: guard(version) } })))
