// What the screens ask the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schema, take } from '../../ui/api'

export type View = Schema['TeamView']
export type Member = Schema['TeamMember']
export type Share = Schema['IdentityShare']
export type Why = Schema['IdentityWhy']
export type Away = Schema['IdentityDelegation']
export type Role = Member['role']

export const roles = ['lead', 'sales', 'technical', 'service', 'finance', 'sponsor'] as const

export function useAccess(account: string) {
  return useQuery({ queryKey: ['access', account], queryFn: async () => take(await api.GET('/api/accounts/{account}/access', { params: { path: { account } } })) })
}

/** Spell is what a form says of a member or a share. */
export interface Spell {
  user: string
  role?: string
  from?: string
  until?: string
  reason?: string
}

const days = ({ from, until }: Spell) => ({ from: from || undefined, until: until || undefined })

/** useChange changes something about who may see an account, and asks again who does. */
export function useChange<T>(account: string, change: (what: T) => Promise<unknown>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => Promise.all([['access', account], ['account', account]].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  })
}

export const useEnlist = (account: string) =>
  useChange(account, async (m: Spell) => take(await api.PUT('/api/accounts/{account}/members/{user}', { params: { path: { account, user: m.user } }, body: { role: (m.role ?? 'sales') as (typeof roles)[number], ...days(m) } })))

export const useRelease = (account: string) =>
  useChange(account, async (user: string) => take(await api.DELETE('/api/accounts/{account}/members/{user}', { params: { path: { account, user } } })))

export const useShow = (account: string) =>
  useChange(account, async (x: Spell) => take(await api.PUT('/api/accounts/{account}/shares/{user}', { params: { path: { account, user: x.user } }, body: { from: x.from ?? '', until: x.until ?? '', reason: x.reason ?? '' } })))

export const useHide = (account: string) =>
  useChange(account, async (user: string) => take(await api.DELETE('/api/accounts/{account}/shares/{user}', { params: { path: { account, user } } })))

export const useFlag = (account: string) =>
  useChange(account, async (service: boolean) => take(await api.PUT('/api/accounts/{account}/service', { params: { path: { account } }, body: { service } })))

/** useHandOver gives the account another owner; the team stays. */
export const useHandOver = (account: string) =>
  useChange(account, async (owner: string) => {
    const found = await api.GET('/api/accounts/{id}', { params: { path: { id: account } } })
    const { team } = take(found)
    const etag = found.response.headers.get('ETag') ?? ''
    return take(await api.PUT('/api/accounts/{id}/team', { params: { path: { id: account }, header: { 'If-Match': etag } }, body: { owner, team: team ?? [] } }))
  })

export function useAways() {
  return useQuery({ queryKey: ['aways'], queryFn: async () => take(await api.GET('/api/delegations')) })
}

export function useLeave() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (body: { user: string; stand_in: string; from: string; until: string }) => take(await api.POST('/api/delegations', { body })),
    onSuccess: () => queries.invalidateQueries(),
  })
}

export function useReturn() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ user, stand_in, from }: Away) => take(await api.DELETE('/api/delegations/{user}/{stand_in}/{from}', { params: { path: { user, stand_in, from } } })),
    onSuccess: () => queries.invalidateQueries(),
  })
}

export function useRegions(id: string) {
  return useQuery({ queryKey: ['regions', id], queryFn: async () => take(await api.GET('/api/users/{id}/regions', { params: { path: { id } } })) })
}

export function useGovern(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (regions: string[]) => take(await api.PUT('/api/users/{id}/regions', { params: { path: { id } }, body: { regions } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['regions', id] }),
  })
}
