// What the industry screens ask the server.
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, type Schema, take, versioned } from '../../ui/api'

export type Rated = Reply<'/api/industries'>[number]
export type Mix = Reply<'/api/industries/mix'>
export type Group = Mix['groups'][number]
export type Target = Reply<'/api/industries/targets'>['rows'][number]
export type Judged = Target['answers'][number]
export type Profile = Reply<'/api/accounts/{account}/industry'>
export type Because = Rated['why']
export type Wording = Schema['IndustryWording']

const key = 'industries'

export const useIndustries = () => useQuery({ queryKey: [key], queryFn: async () => take(await api.GET('/api/industries')) })

export const useMix = () => useQuery({ queryKey: [key, 'mix'], queryFn: async () => take(await api.GET('/api/industries/mix')) })

export const useSaid = () => useQuery({ queryKey: [key, 'words'], queryFn: async () => take(await api.GET('/api/industries/words')) })

export const useProfile = (account: string) =>
  useQuery({ queryKey: [key, 'profile', account], queryFn: async () => take(await api.GET('/api/accounts/{account}/industry', { params: { path: { account } } })) })

/** useChange sends something and asks everything about industries anew. */
function useChange<In>(send: (body: In) => Promise<unknown>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: send, onSuccess: () => queries.invalidateQueries({ queryKey: [key] }) })
}

export const useMatch = () => useChange(async (body: { word: string; industry?: string }) => take(await api.POST('/api/industries/words', { body })))

const guard = (version: number) => ({ 'If-Match': `"${version}"` })

/** useKeep adds an industry under a code, or writes over the one that was opened. */
export const useKeep = (old?: Rated) =>
  useChange(async ({ code, ...body }: Wording & { code: string }) =>
    take(old ? await api.PUT('/api/industries/{id}', { params: { path: { id: old.id }, header: guard(old.version) }, body }) : await api.POST('/api/industries', { body: { code, ...body } })))

export const useDrop = (old: Rated) =>
  useChange(async () => take(await api.DELETE('/api/industries/{id}', { params: { path: { id: old.id }, header: guard(old.version) } })))

export interface Said {
  value: number
  evidence: string
}

export type Answer = Rated['answers'][number]

export const useRate = ({ industry, criterion, version }: Answer) =>
  useChange(async (body: Said) => take(await api.PUT('/api/industries/{id}/answers/{criterion}', { params: { path: { id: industry, criterion }, header: guard(version) }, body })))

const page = 50

export const whoms = ['', 'prospects', 'chosen'] as const
export type Whom = (typeof whoms)[number]

/** useTargets lists those with whom to begin, page by page. */
export const useTargets = (whom: Whom) =>
  useInfiniteQuery({
    queryKey: [key, 'targets', whom],
    queryFn: async ({ pageParam: from }) => take(await api.GET('/api/industries/targets', { params: { query: { whom: whom || undefined, from, limit: page } } })),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next || undefined,
    placeholderData: keepPreviousData,
  })

/** useEstimate is a judgement of an account as it stands when it is opened, with its version. */
export const useEstimate = (account: string, kind: Judged['kind']) =>
  useQuery({
    queryKey: ['estimate', account, kind],
    queryFn: async () => versioned(await api.GET('/api/accounts/{account}/estimates/{kind}', { params: { path: { account, kind } } })),
    gcTime: 0,
  })

export function useJudge(account: string, kind: Judged['kind'], etag: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (body: Said) =>
      take(await api.PUT('/api/accounts/{account}/estimates/{kind}', { params: { path: { account, kind }, header: { 'If-Match': etag } }, body: { ...body, expires: '' } })),
    onSuccess: () => Promise.all([queries.invalidateQueries({ queryKey: [key] }), queries.invalidateQueries({ queryKey: ['portfolio'] })]),
  })
}
