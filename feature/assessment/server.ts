// What the screens of assessments ask the server.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, type Schema, take } from '../../ui/api'

export type Page = Reply<'/api/opportunities/{opportunity}/assessment'>
export type Side = Page['sides'][number]
export type Area = Page['card']['areas'][number]
export type Question = Area['topics'][number]['questions'][number]
export type Step = Side['outcome']['steps'][number]
export type Round = Page['rounds'][number]
export type Flip = Page['flips'][number]
export type Answered = Side['answers'][number]
export type Evidence = Reply<'/api/opportunities/{opportunity}/assessment/evidence'>
export type Proof = Evidence['rows'][number]
export type Bid = Evidence['bid']
export type Criteria = Reply<'/api/opportunities/{opportunity}/criteria'>
export type Criterion = Criteria['rows'][number]
export type Weighing = Schema['AssessmentWeighing']
export type Fit = Criterion['fits'][number]['fit']

export const fits: Fit[] = ['better', 'same', 'worse', 'unmet']

const key = 'assessment'
const match = (version: number) => ({ 'If-Match': `"${version}"` })

export const usePage = (opportunity: string, card?: string) =>
  useQuery({
    queryKey: [key, opportunity, 'page', card ?? ''],
    queryFn: async () => take(await api.GET('/api/opportunities/{opportunity}/assessment', { params: { path: { opportunity }, query: { card } } })),
    placeholderData: keepPreviousData,
  })

export const useEvidence = (opportunity: string) =>
  useQuery({ queryKey: [key, opportunity, 'evidence'], queryFn: async () => take(await api.GET('/api/opportunities/{opportunity}/assessment/evidence', { params: { path: { opportunity } } })) })

export const useCriteria = (opportunity: string) =>
  useQuery({ queryKey: [key, opportunity, 'criteria'], queryFn: async () => take(await api.GET('/api/opportunities/{opportunity}/criteria', { params: { path: { opportunity } } })) })

/** useContacts are the people of an account who may care about a criterion. */
export const useContacts = (account: string | undefined) =>
  useQuery({ queryKey: ['contacts', account], enabled: !!account, queryFn: async () => take(await api.GET('/api/accounts/{account}/contacts', { params: { path: { account: account! } } })) })

/** useRefresh has everything read again that a judgement of a deal changes: strategy and rivals stand on it, too. */
function useRefresh(opportunity: string) {
  const queries = useQueryClient()
  return () => Promise.all([[key, opportunity], ['strategy'], ['competitor'], ['competitors'], ['approvals']].map((queryKey) => queries.invalidateQueries({ queryKey })))
}

export interface Judging {
  card: string
  rival?: string
  fresh: boolean
  answers: Answered[]
  version: number
}

export function useJudge(opportunity: string) {
  const refresh = useRefresh(opportunity)
  return useMutation({
    mutationFn: async ({ version, ...body }: Judging) => take(await api.PUT('/api/opportunities/{opportunity}/assessment', { params: { path: { opportunity }, header: match(version) }, body })),
    onSuccess: refresh,
  })
}

export function useExcept(opportunity: string) {
  const refresh = useRefresh(opportunity)
  return useMutation({
    mutationFn: async (reason: string) => take(await api.POST('/api/opportunities/{opportunity}/assessment/exception', { params: { path: { opportunity } }, body: { reason } })),
    onSuccess: refresh,
  })
}

export function useBid(opportunity: string, bid: Bid) {
  const refresh = useRefresh(opportunity)
  return useMutation({
    mutationFn: async (body: { spend_minor: number | null; people: { user: string; hours: string }[] }) =>
      take(await api.PUT('/api/opportunities/{opportunity}/assessment/bid', { params: { path: { opportunity }, header: match(bid.version) }, body })),
    onSuccess: refresh,
  })
}

export function useWeigh(opportunity: string, old?: Criterion) {
  const refresh = useRefresh(opportunity)
  return useMutation({
    mutationFn: async (body: Weighing) => (old
      ? take(await api.PUT('/api/opportunities/{opportunity}/criteria/{id}', { params: { path: { opportunity, id: old.id }, header: match(old.version) }, body }))
      : take(await api.POST('/api/opportunities/{opportunity}/criteria', { params: { path: { opportunity } }, body }))),
    onSuccess: refresh,
  })
}

export function useForget(opportunity: string, old: Criterion) {
  const refresh = useRefresh(opportunity)
  return useMutation({
    mutationFn: async () => take(await api.DELETE('/api/opportunities/{opportunity}/criteria/{id}', { params: { path: { opportunity, id: old.id }, header: match(old.version) } })),
    onSuccess: refresh,
  })
}
