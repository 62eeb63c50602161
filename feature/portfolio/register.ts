// What the screens of the register ask the server.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, type Schema, take } from '../../ui/api'

export type KeyAccount = Reply<'/api/portfolio/register'>['rows'][number]
export type ReviewRow = Schema['PortfolioReviewRow']
export type Nomination = Schema['PortfolioNomination']
export type Proposed = Reply<'/api/accounts/{account}/nominations'>['proposed'][number]
export type Kind = 'STRAT' | 'VIP'

/** useUpkeep is what the register still asks for. */
export function useUpkeep() {
  return useQuery({ queryKey: ['portfolio', 'upkeep'], queryFn: async () => take(await api.GET('/api/portfolio/upkeep')) })
}

/** useKeyAccounts are the key accounts, or those that lack something. */
export function useKeyAccounts(lacks: 'manager' | 'overdue' | undefined) {
  return useInfiniteQuery({
    queryKey: ['portfolio', 'key accounts', lacks],
    queryFn: async ({ pageParam: after }) => take(await api.GET('/api/portfolio/register', { params: { query: { lacks, after, limit: 100 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next || undefined,
  })
}

export function useReviews() {
  return useInfiniteQuery({
    queryKey: ['portfolio', 'reviews'],
    queryFn: async ({ pageParam: after }) => take(await api.GET('/api/portfolio/reviews', { params: { query: { state: 'open', after } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next || undefined,
  })
}

/** useChange does something that may change any answer of the portfolio; what asked for it may be gone once the answers are there. */
function useChange<T>(change: (what: T) => Promise<unknown>, done?: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => {
      done?.()
      return Promise.all(['portfolio', 'approvals', 'access'].map((key) => queries.invalidateQueries({ queryKey: [key] })))
    },
  })
}

export const useEntrust = () => useChange(async (body: { accounts: string[]; manager: string }) => take(await api.PUT('/api/portfolio/managers', { body })))

const at = ({ id, version }: { id: string; version: number }) => ({ params: { path: { id }, header: { 'If-Match': `"${version}"` } } })

/** useReviewing keeps a key account, or proposes to take it off the register. */
export const useReviewing = (review: ReviewRow) =>
  useChange(async ({ keep, reason }: { keep: boolean; reason: string }) =>
    take<unknown>(keep ? await api.POST('/api/portfolio/reviews/{id}/keep', { ...at(review), body: { reason } }) : await api.POST('/api/portfolio/reviews/{id}/removal', { ...at(review), body: { reason } })))

export function useNominations(account: string) {
  return useQuery({
    queryKey: ['portfolio', 'nominations', account],
    queryFn: async () => take(await api.GET('/api/accounts/{account}/nominations', { params: { path: { account } } })),
  })
}

export const useNominate = (account: string, done: () => void) =>
  useChange(async (body: { kind: Kind; reason: string; evidence: string; expires: string }) => take(await api.POST('/api/accounts/{account}/nominations', { params: { path: { account } }, body })), done)

export const useWithdraw = () => useChange(async (p: Proposed) => take(await api.POST('/api/approvals/{id}/withdrawal', at(p))))

export const useEnding = () => useChange(async (n: Nomination) => take(await api.POST('/api/nominations/{id}/end', at(n))))

/** kindOf is the kind of nomination that a proposal would make. */
export const kindOf = (p: Proposed): Kind => (p.kind === 'portfolio.vip' ? 'VIP' : 'STRAT')
