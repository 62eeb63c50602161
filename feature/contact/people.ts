// What the screens ask the server about people.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schema, take, versioned } from '../../ui/api'

export type Card = Schema['ContactCard']
export type Note = Schema['ContactNote']
export type Body = Schema['ContactBody']
export type NoteBody = Schema['ContactNoteBody']
export type Field = 'phone' | 'mail' | 'wechat' | 'mobile' | 'private_wechat' | 'birthday' | 'home_city'

/** the private fields, in the order in which they are shown */
export const facts = ['mobile', 'private_wechat', 'birthday', 'home_city'] as const
export type Fact = (typeof facts)[number]

/** what is known of somebody at work and around him, in the order in which it is shown */
export const stories = ['duties', 'goals', 'manner', 'results', 'colleagues', 'partners'] as const

export const kinds = ['family', 'hobby', 'habit', 'health', 'faith', 'whereabouts', 'preference', 'friends'] as const
export const bases = ['consent', 'contract', 'duty', 'vital', 'public'] as const
export const forms = ['written', 'electronic', 'recorded'] as const

export function usePeople(account: string) {
  return useQuery({
    queryKey: ['contacts', account],
    queryFn: async () => take(await api.GET('/api/accounts/{account}/contacts', { params: { path: { account } } })),
  })
}

/** usePerson is one contact with the version that a change replaces. */
export function usePerson(id: string) {
  return useQuery({ queryKey: ['contact', id], queryFn: async () => versioned(await api.GET('/api/contacts/{id}', { params: { path: { id } } })) })
}

/** useChanged makes everything that shows people look again. */
function useChanged() {
  const queries = useQueryClient()
  return () => Promise.all(['contacts', 'contact', 'notes', 'relations'].map((key) => queries.invalidateQueries({ queryKey: [key] })))
}

/** useSavePerson adds somebody to an account, or changes one at a version. */
export function useSavePerson(account: string, id?: string, etag = '') {
  return useMutation({
    mutationFn: async (body: Body) => (id
      ? take(await api.PUT('/api/contacts/{id}', { params: { path: { id }, header: { 'If-Match': etag } }, body }))
      : take(await api.POST('/api/accounts/{account}/contacts', { params: { path: { account } }, body }))),
    onSuccess: useChanged(),
  })
}

export function useDropPerson(id: string, etag: string) {
  return useMutation({
    mutationFn: async () => take(await api.DELETE('/api/contacts/{id}', { params: { path: { id }, header: { 'If-Match': etag } } })),
    onSuccess: useChanged(),
  })
}

/** useCareer are somebody's jobs, the latest first. */
export function useCareer(id: string) {
  return useQuery({ queryKey: ['contact', id, 'career'], queryFn: async () => take(await api.GET('/api/contacts/{id}/career', { params: { path: { id } } })) })
}

/** useLeave says since when somebody is not there any more; without a day he is there again. */
export function useLeave(id: string, etag: string) {
  return useMutation({
    mutationFn: async (on: string | undefined) => take(await api.PUT('/api/contacts/{id}/leave', { params: { path: { id }, header: { 'If-Match': etag } }, body: { on } })),
    onSuccess: useChanged(),
  })
}

/** useTransfer lets somebody follow his new job to another account. */
export function useTransfer(id: string, etag: string) {
  return useMutation({
    mutationFn: async (body: Schema['ContactTransfer']) => take(await api.POST('/api/contacts/{id}/move', { params: { path: { id }, header: { 'If-Match': etag } }, body })),
    onSuccess: useChanged(),
  })
}

export function useConfide(id: string) {
  return useMutation({
    mutationFn: async ({ field, value }: { field: Fact; value: string }) =>
      take(await api.PUT('/api/contacts/{id}/facts/{field}', { params: { path: { id, field } }, body: { value } })),
    onSuccess: useChanged(),
  })
}

/** useReveal takes the mask off one field; the server notes who looked. */
export function useReveal(id: string) {
  return useMutation({
    mutationFn: async (body: { field: Field; reason?: string }) => take(await api.PUT('/api/contacts/{id}/reveal', { params: { path: { id } }, body })).value,
  })
}

export function useNotes(contact: string) {
  return useQuery({ queryKey: ['notes', contact], queryFn: async () => take(await api.GET('/api/contacts/{id}/notes', { params: { path: { id: contact } } })) })
}

export function useWriteNote(contact: string) {
  return useMutation({
    mutationFn: async (body: NoteBody) => take(await api.POST('/api/contacts/{id}/notes', { params: { path: { id: contact } }, body })),
    onSuccess: useChanged(),
  })
}

/** useReadNote hands out the text of a note; the server notes who read it. */
export function useReadNote(id: string) {
  return useMutation({ mutationFn: async () => take(await api.PUT('/api/contact-notes/{id}/text', { params: { path: { id } } })).text })
}

/** useForce hands out all notes about somebody in an emergency; the audit remembers why. */
export function useForce(contact: string) {
  return useMutation({ mutationFn: async (reason: string) => take(await api.PUT('/api/contacts/{id}/notes/force', { params: { path: { id: contact } }, body: { reason } })) })
}

export function useConfirmNote(note: Note) {
  return useMutation({
    mutationFn: async () => take(await api.PUT('/api/contact-notes/{id}/confirm', {
      params: { path: { id: note.id }, header: { 'If-Match': `"${note.version}"` } }, body: { consent_holds: true },
    })),
    onSuccess: useChanged(),
  })
}

export function useWithdrawNote(id: string) {
  return useMutation({ mutationFn: async () => take(await api.PUT('/api/contact-notes/{id}/withdraw', { params: { path: { id } } })), onSuccess: useChanged() })
}
