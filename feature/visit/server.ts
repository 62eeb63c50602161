// What the screens ask the server about visits.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schema, take } from '../../ui/api'
import type { Written } from './pocketed'
import type { Aim, Planned, Sheet } from './visits'

export const key = 'visit'

type One = Pick<Sheet, 'id' | 'version'>

const match = (visit: One) => ({ path: { visit: visit.id }, header: { 'If-Match': `"${visit.version}"` } })

export const fetchDiary = async (from: string, until: string, line = false) => take(await api.GET('/api/visits', { params: { query: { from, until, line } } }))

export const fetchSheet = async (visit: string) => take(await api.GET('/api/visits/{visit}', { params: { path: { visit } } }))

export const fetchBriefing = async (visit: string) => take(await api.GET('/api/visits/{visit}/briefing', { params: { path: { visit } } }))

export const fetchRules = async () => take(await api.GET('/api/visits/rules'))

/** sendReport sends a report under its own key; sent again it is the same report. */
export const sendReport = async ({ visit, key, version, body }: Written) => take(await api.POST('/api/visits/{visit}/report', { params: { path: { visit } }, body: { key, version, ...body } }))

/** useDiary are the visits between two days, both included: one's own, or those of all who report to one. */
export const useDiary = (from: string, until: string, line = false) =>
  useQuery({ queryKey: [key, 'diary', from, until, line], queryFn: () => fetchDiary(from, until, line), placeholderData: (last) => ((last?.team.length ?? 0) > 0 === line ? last : undefined) })

export const useVisit = (visit: string) => useQuery({ queryKey: [key, 'sheet', visit], queryFn: () => fetchSheet(visit) })

export const useDues = () => useQuery({ queryKey: [key, 'due'], queryFn: async () => take(await api.GET('/api/visits/due')) })

export const useSuggestions = (week: string) =>
  useQuery({ queryKey: [key, 'suggestions', week], queryFn: async () => take(await api.GET('/api/visits/suggestions', { params: { query: { week } } })), placeholderData: keepPreviousData })

export const useHours = () => useQuery({ queryKey: [key, 'hours'], queryFn: async () => take(await api.GET('/api/visits/hours')) })

export const useYear = () => useQuery({ queryKey: [key, 'year'], queryFn: async () => take(await api.GET('/api/visits/year')) })

export const useRules = () => useQuery({ queryKey: [key, 'rules'], queryFn: fetchRules })

export const useHistory = (account: string) =>
  useQuery({ queryKey: [key, 'history', account], queryFn: async () => take(await api.GET('/api/accounts/{account}/visits', { params: { path: { account } } })) })

export const useBriefing = (visit: string) => useQuery({ queryKey: [key, 'briefing', visit], queryFn: () => fetchBriefing(visit) })

/** useTry says which lights an objective would have, without keeping it. */
export const useTry = (visit: string, aim: Aim) =>
  useQuery({
    queryKey: [key, 'lights', visit, aim],
    queryFn: async () => take(await api.POST('/api/visits/{visit}/lights', { params: { path: { visit } }, body: { objectives: [aim] } })),
    enabled: aim.text.length > 1,
    placeholderData: keepPreviousData,
  })

/** useFound looks accounts up by any words. */
export const useFound = (words: string) =>
  useQuery({
    queryKey: [key, 'found', words],
    queryFn: async () => take(await api.GET('/api/accounts', { params: { query: { search: words, limit: 20 } } })).rows,
    enabled: words.trim() !== '',
    placeholderData: keepPreviousData,
  })

export const useContacts = (account: string) =>
  useQuery({ queryKey: ['contacts', account], queryFn: async () => take(await api.GET('/api/accounts/{account}/contacts', { params: { path: { account } } })) })

export const useProducts = (on: boolean) =>
  useQuery({ queryKey: [key, 'products'], enabled: on, queryFn: async () => take(await api.GET('/api/products', { params: { query: { limit: 200 } } })).rows })

/** useSend sends something and asks everything about visits anew. */
function useSend<In, Out>(send: (body: In) => Promise<Out>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: send, onSettled: () => queries.invalidateQueries({ queryKey: [key] }) })
}

const bodyOf = ({ start, ...visit }: Planned) => ({ ...visit, start: start ?? undefined })

export const usePlanVisit = () => useSend(async (body: Planned) => take(await api.POST('/api/visits', { body: bodyOf(body) })))

export const usePlanAll = () => useSend(async (visits: Planned[]) => take(await api.POST('/api/visits/batch', { body: { visits: visits.map(bodyOf) } })))

export const useMove = (visit: One) => useSend(async (body: Schema['VisitShift']) => take(await api.POST('/api/visits/{visit}/move', { params: match(visit), body })))

export const useBook = (visit: One) => useSend(async () => take(await api.POST('/api/visits/{visit}/book', { params: match(visit) })))

export const useClose = (visit: One) => useSend(async () => take(await api.POST('/api/visits/{visit}/close', { params: match(visit) })))

export const useCancelVisit = (visit: One) => useSend(async (body: { reason: string }) => take(await api.POST('/api/visits/{visit}/cancel', { params: match(visit), body })))

export const useJudge = (visit: One) => useSend(async (body: Schema['VisitVerdict']) => take(await api.POST('/api/visits/{visit}/evaluate', { params: match(visit), body })))

export const useAim = (visit: One) => useSend(async (objectives: Aim[]) => take(await api.PUT('/api/visits/{visit}/objectives', { params: match(visit), body: { objectives } })))

export const usePrepare = (visit: One) =>
  useSend(async (items: { item: Sheet['prepared']['items'][number]['item']; done: boolean }[]) => take(await api.PUT('/api/visits/{visit}/preparation', { params: match(visit), body: { items } })))
