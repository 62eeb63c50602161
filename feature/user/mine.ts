// What the screen of one's own sign-ins asks the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schema, take } from '../../ui/api'

export type Session = Schema['Session']
export type Token = Schema['Token']
export type Tokens = Schema['Tokens']

export const useSessions = () => useQuery({ queryKey: ['me', 'sessions'], queryFn: async () => take(await api.GET('/api/me/sessions')) })
export const useFactor = () => useQuery({ queryKey: ['me', 'factor'], queryFn: async () => take(await api.GET('/api/me/factor')) })
export const useTokens = () => useQuery({ queryKey: ['me', 'tokens'], queryFn: async () => take(await api.GET('/api/me/tokens')) })

/** useMine does something to one's own sign-ins and looks at them again. */
export function useMine<In, Out>(mutationFn: (input: In) => Promise<Out>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn, onSuccess: () => queries.invalidateQueries({ queryKey: ['me'] }) })
}

/** endSession ends one of them, or all others. */
export const endSession = async (id?: string) =>
  take(await (id ? api.DELETE('/api/me/sessions/{id}', { params: { path: { id } } }) : api.DELETE('/api/me/sessions')))

export const revoke = async (id: string) => take(await api.DELETE('/api/me/tokens/{id}', { params: { path: { id } } }))
export const makeToken = async (body: Schema['PostTokenBody']) => take(await api.POST('/api/me/tokens', { body }))
export const renewCodes = async () => take(await api.POST('/api/me/factor/codes')).codes
export const removeFactor = async (code: string) => take(await api.POST('/api/me/factor/removal', { body: { code } }))

export const useLinks = () => useQuery({ queryKey: ['me', 'links'], queryFn: async () => take(await api.GET('/api/me/links')) })
export const unlink = async ({ issuer, subject }: Schema['Link']) => take(await api.DELETE('/api/me/links', { params: { query: { issuer, subject } } }))

/** goAndLink leaves for the other house, which sends the user back here. */
export const goAndLink = async () => location.assign(take(await api.POST('/api/me/links')).address)
