// What the screens ask the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, type Schema, take } from '../../ui/api'
import type { Language } from '../../ui/text'
import type { Body, Issued, User } from './wire'

export function useUsers() {
  return useQuery({ queryKey: ['users'], queryFn: async () => take(await api.GET('/api/users')) as User[] })
}

/** Saved is a user as he is now; a new person comes with a password. */
export type Saved = Partial<Issued> & { user: User }

/** useSaveUser makes a user, or changes the one that is given. */
export function useSaveUser(user: User | undefined) {
  const { i18n } = useTranslation()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (body: Body): Promise<Saved> => {
      if (!user) return take(await api.POST('/api/users', { body: { ...body, language: i18n.language as Language } })) as Saved
      const saved = take(await api.PUT('/api/users/{id}', { params: { path: { id: user.id }, header: { 'If-Match': `"${user.version}"` } }, body: { ...body, language: user.language } }))
      return { user: saved as User }
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['users'] }),
  })
}

/** useReissue gives a user another one-time password. */
export function useReissue() {
  return useMutation({ mutationFn: async (id: string) => take(await api.POST('/api/users/{id}/password', { params: { path: { id } } })) })
}

/** useDisarm takes away the second factor that a user has lost. */
export function useDisarm() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (id: string) => take(await api.DELETE('/api/users/{id}/factor', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['users'] }),
  })
}

export type Link = Schema['UserLink']

/** useUserLinks are the names by which other houses know a user, and the ways to write and forget one. */
export function useUserLinks(id: string) {
  const queries = useQueryClient()
  const queryKey = ['users', id, 'links']
  const path = { id }
  const onSuccess = () => queries.invalidateQueries({ queryKey })
  return {
    found: useQuery({ queryKey, queryFn: async () => take(await api.GET('/api/users/{id}/links', { params: { path } })) }),
    add: useMutation({ mutationFn: async (body: Link) => take(await api.POST('/api/users/{id}/links', { params: { path }, body })), onSuccess }),
    drop: useMutation({ mutationFn: async ({ issuer, subject }: Link) => take(await api.DELETE('/api/users/{id}/links', { params: { path, query: { issuer, subject } } })), onSuccess }),
  }
}
