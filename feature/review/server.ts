// What the screen of reviews asks the server.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, take } from '../../ui/api'

export type Sheet = Reply<'/api/reviews'>
export type Line = Sheet['lines'][number]
export type Figures = Line['figures']

const key = 'reviews'

export const useSheet = (month: string) =>
  useQuery({ queryKey: [key, month], queryFn: async () => take(await api.GET('/api/reviews', { params: { query: { month: month || undefined } } })), placeholderData: keepPreviousData })

/** useChange sends something and asks for reviews anew. */
function useChange<In, Out>(send: (body: In) => Promise<Out>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: send, onSuccess: () => queries.invalidateQueries({ queryKey: [key] }) })
}

const guard = ({ version }: Line) => ({ 'If-Match': `"${version}"` })

export const useComment = (line: Line) =>
  useChange(async (comment: string) => take(await api.PUT('/api/reviews/{month}/comment', { params: { path: { month: line.month }, header: guard(line) }, body: { comment } })))

export const useSign = (line: Line) =>
  useChange(async (verdict: string) => take(await api.POST('/api/reviews/{month}/{user}/sign', { params: { path: { month: line.month, user: line.user }, header: guard(line) }, body: { verdict } })))

export const useReopen = (line: Line) =>
  useChange(async () => take(await api.POST('/api/reviews/{month}/{user}/reopen', { params: { path: { month: line.month, user: line.user }, header: guard(line) } })))
