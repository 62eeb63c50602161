// What the screens ask the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, type Schema, take } from '../../ui/api'

export type Notices = Reply<'/api/me/notices'>
export type Told = Notices['rows'][number]
export type Wishes = Reply<'/api/me/notices/settings'>
export type Wish = Schema['PutNoticeWishesBody']

const often = 60_000

export function useNotices() {
  return useQuery({ queryKey: ['notices'], refetchInterval: often, queryFn: async () => take(await api.GET('/api/me/notices', { params: { query: { limit: 20 } } })) })
}

/** useRead notes that a notice was read, or with none of them all up to the latest. */
export function useRead() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (body: Schema['PostNoticesReadBody']) => take(await api.POST('/api/me/notices/read', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notices'] }),
  })
}

export function useWishes() {
  return useQuery({ queryKey: ['notice-wishes'], queryFn: async () => take(await api.GET('/api/me/notices/settings')) })
}

function useSaved<In>(save: (body: In) => Promise<unknown>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: save, onSuccess: () => queries.invalidateQueries({ queryKey: ['notice-wishes'] }) })
}

export const useSetWishes = (version: number) =>
  useSaved(async (body: Wish) => take(await api.PUT('/api/me/notices/settings', { params: { header: { 'If-Match': `"${version}"` } }, body })))
export const useMove = () => useSaved(async (mail: string) => take(await api.PUT('/api/me/notices/mail', { body: { mail } })))
export const useConfirm = () => useSaved(async (code: string) => take(await api.POST('/api/me/notices/mail/confirm', { body: { code } })))
