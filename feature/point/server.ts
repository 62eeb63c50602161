// What the screens of points ask the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, take } from '../../ui/api'

export type Sheet = Reply<'/api/accounts/{account}/points'>
export type Line = Sheet['lines'][number]
export type Row = Reply<'/api/points'>[number]

const key = 'points'

export const usePoints = (account: string) =>
  useQuery({ queryKey: [key, account], queryFn: async () => take(await api.GET('/api/accounts/{account}/points', { params: { path: { account } } })) })

export const useMembers = () => useQuery({ queryKey: [key], queryFn: async () => take(await api.GET('/api/points')) })

/** useChange sends something and asks for points anew. */
function useChange<In, Out>(send: (body: In) => Promise<Out>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: send, onSuccess: () => queries.invalidateQueries({ queryKey: [key] }) })
}

export const useEnrol = (account: string) =>
  useChange(async () => take(await api.POST('/api/accounts/{account}/points/membership', { params: { path: { account } } })))

export const useLeave = (account: string) =>
  useChange(async (version: number) => take(await api.DELETE('/api/accounts/{account}/points/membership', { params: { path: { account }, header: { 'If-Match': `"${version}"` } } })))

export const useUse = (account: string) =>
  useChange(async (body: { points: number; reason: string }) => take(await api.POST('/api/accounts/{account}/points/uses', { params: { path: { account } }, body })))

export const useReverse = (account: string) =>
  useChange(async (body: { use: string; reason: string }) => take(await api.POST('/api/accounts/{account}/points/reversals', { params: { path: { account } }, body })))
