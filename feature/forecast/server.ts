// What the forecast screen asks the server.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, type Reply, take } from '../../ui/api'
import { today } from '../../ui/day'

export type Board = Reply<'/api/forecast'>
export type Person = Board['people'][number]
export type Stage = Board['stages'][number]
export type Line = Board['deals'][number]

export interface Which {
  period: string
  owner: string
}

export const useBoard = ({ period, owner }: Which) =>
  useQuery({
    queryKey: ['forecast', period, owner],
    queryFn: async () => take(await api.GET('/api/forecast', { params: { query: { period: period || undefined, owner: owner || undefined } } })),
    placeholderData: keepPreviousData,
  })

/** periods are this year, the quarters around today and the months of this one. */
export function periods(on = today()) {
  const year = Number(on.slice(0, 4)), month = Number(on.slice(5, 7)), now = Math.ceil(month / 3)
  const quarters = [-1, 0, 1, 2].map((by) => {
    const n = year * 4 + now - 1 + by
    return `${Math.floor(n / 4)}-Q${(n % 4) + 1}`
  })
  const months = [1, 2, 3].map((m) => `${year}-${String((now - 1) * 3 + m).padStart(2, '0')}`)
  return [...quarters, ...months, String(year)]
}

/** thisQuarter is what is shown when nobody has chosen. */
export const thisQuarter = (on = today()) => `${on.slice(0, 4)}-Q${Math.ceil(Number(on.slice(5, 7)) / 3)}`
