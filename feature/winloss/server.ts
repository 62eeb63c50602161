// What the review of deals asks the server.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { api, type Reply, take } from '../../ui/api'

export type Review = Reply<'/api/win-loss'>
export type Group = Review['groups'][number]
export type Reason = Review['reasons'][number]
export type Lesson = Reply<'/api/win-loss/lessons'>['rows'][number]

export const ways = ['product', 'sector', 'account', 'region', 'person', 'manager', 'competitor', 'strategy', 'stage', 'quarter'] as const
export type By = (typeof ways)[number]
export type Ending = '' | 'won' | 'lost'

/** Asked is what the review is about; empty days are all time. */
export interface Asked {
  by: By
  from: string
  until: string
}

export const query = ({ by, from, until }: Asked) => ({ by, from: from || undefined, until: until || undefined })

/** useReview tells deals apart and counts them, page by page. */
export const useReview = (asked: Asked) =>
  useInfiniteQuery({
    queryKey: ['win-loss', asked],
    queryFn: async ({ pageParam: at }) => take(await api.GET('/api/win-loss', { params: { query: { ...query(asked), at } } })),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next || undefined,
    placeholderData: keepPreviousData,
  })

/** useLessons is what was learnt, the latest first. */
export const useLessons = (state: Ending) =>
  useInfiniteQuery({
    queryKey: ['win-loss', 'lessons', state],
    queryFn: async ({ pageParam: after }) => take(await api.GET('/api/win-loss/lessons', { params: { query: { state: state || undefined, after: after || undefined, limit: 20 } } })),
    initialPageParam: '',
    getNextPageParam: (last) => last.next || undefined,
    placeholderData: keepPreviousData,
  })
