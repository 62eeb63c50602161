// What the screens ask the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../ui/api'
import type { Language } from '../../ui/text'
import type { Body, User } from './wire'

export function useUsers() {
  return useQuery({ queryKey: ['users'], queryFn: async () => take(await api.GET('/api/users')) as User[] })
}

/** useSaveUser makes a user, or changes the one that is given; a new one comes with a password. */
export function useSaveUser(user: User | undefined) {
  const { i18n } = useTranslation()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (body: Body) => {
      if (!user) return take(await api.POST('/api/users', { body: { ...body, language: i18n.language as Language } }))
      take(await api.PUT('/api/users/{id}', { params: { path: { id: user.id }, header: { 'If-Match': `"${user.version}"` } }, body: { ...body, language: user.language } }))
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['users'] }),
  })
}

/** useReissue gives a user another one-time password. */
export function useReissue() {
  return useMutation({ mutationFn: async (id: string) => take(await api.POST('/api/users/{id}/password', { params: { path: { id } } })) })
}
