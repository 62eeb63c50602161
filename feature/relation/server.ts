// What the map asks the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useAddress } from '../../ui/address'
import { api, type Schema, take, versioned } from '../../ui/api'
import { type Change, lasting } from './draft'
import type { RelationMap } from './map'

const key = (account: string) => ['relations', account]

/** useSubject is the deal for which people are judged, as the address says; none: the account as a whole. */
export function useSubject() {
  const [{ subject }] = useAddress({ subject: '' })
  return subject || undefined
}

/** readMap is the map with the version that a save has to name. */
export async function readMap(account: string, subject?: string): Promise<RelationMap> {
  return versioned(await api.GET('/api/accounts/{account}/relations', { params: { path: { account }, query: { subject } } }))
}

export function useRelations(account: string) {
  const subject = useSubject()
  return useQuery({ queryKey: [...key(account), 'map', subject], queryFn: () => readMap(account, subject) })
}

/** useLookAgain reads the map anew after something beside it has changed. */
export function useLookAgain(account: string) {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: key(account) })
}

/** useSave sends all changes at once, over the version that was seen. */
export function useSave(account: string) {
  const queries = useQueryClient()
  const subject = useSubject()
  return useMutation({
    mutationFn: async ({ over, changes }: { over: RelationMap; changes: Change[] }) =>
      versioned(await api.PUT('/api/accounts/{account}/relations', {
        params: { path: { account }, query: { subject }, header: { 'If-Match': over.etag } }, body: body(over, changes) })),
    onSuccess: (map) => queries.setQueryData([...key(account), 'map', subject], map),
  })
}

/** body is what a save says. */
export function body(map: RelationMap, changes: Change[]): Schema['RelationDraft'] {
  const all = lasting(map, changes)
  return {
    moves: all.flatMap((c) => (c.does === 'move' ? [{ contact: c.contact, reports: c.reports }] : [])),
    places: all.flatMap((c) => (c.does === 'place' ? [{ contact: c.contact, x: c.x, y: c.y }] : [])),
    judgements: all.flatMap((c) => (c.does === 'judge' ? [{ contact: c.contact, field: c.field, value: c.value, evidence: c.evidence, answers: c.answers }] : [])),
    draw: all.flatMap((c) => (c.does === 'link' ? [{ kind: c.line.kind, from: c.line.from, to: c.line.to, says: c.line.says }] : [])),
    erase: all.flatMap((c) => (c.does === 'unlink' ? [c.line] : [])),
  }
}

/** useTrend is how the figures of a map have moved. */
export function useTrend(account: string) {
  return useQuery({ queryKey: [...key(account), 'trend'], queryFn: async () => take(await api.GET('/api/accounts/{account}/relations/trend', { params: { path: { account } } })) })
}

/** useHistory is who said and did what about somebody. */
export function useHistory(account: string, contact: string) {
  return useQuery({
    queryKey: [...key(account), 'history', contact],
    queryFn: async () => take(await api.GET('/api/accounts/{account}/relations/history', { params: { path: { account }, query: { contact } } })),
  })
}

/** useOffers are judgements about the same people on other maps, newer than those on this one. */
export function useOffers(account: string, on: boolean) {
  const subject = useSubject()
  return useQuery({
    queryKey: [...key(account), 'latest', subject], enabled: on,
    queryFn: async () => take(await api.GET('/api/accounts/{account}/relations/latest', { params: { path: { account }, query: { subject } } })),
  })
}

/** useTakeOver writes them into this map. */
export function useTakeOver(account: string) {
  const again = useLookAgain(account)
  const subject = useSubject()
  return useMutation({
    mutationFn: async ({ over, contact }: { over: RelationMap; contact: string }) =>
      take(await api.PUT('/api/accounts/{account}/relations/latest', { params: { path: { account }, query: { subject }, header: { 'If-Match': over.etag } }, body: { contacts: [contact] } })),
    onSuccess: again,
  })
}

/** guided are the fields whose value can be found by questions. */
export const guided = ['power', 'attitude', 'level', 'closeness', 'now', 'orientation', 'adaptability', 'style'] as const
export type Guided = (typeof guided)[number]

export function useQuestions(field: Guided) {
  return useQuery({ queryKey: ['relation-guide', field], staleTime: Infinity, queryFn: async () => take(await api.GET('/api/relations/guide/{field}', { params: { path: { field } } })) })
}

/** useProposal is the value that answers speak for. */
export function useProposal(field: Guided, answers: Record<string, string>) {
  return useQuery({
    queryKey: ['relation-guide', field, answers], enabled: Object.keys(answers).length > 0, placeholderData: (old: Schema['RelationProposal'] | undefined) => old,
    queryFn: async () => take(await api.PUT('/api/relations/guide/{field}', { params: { path: { field } }, body: { answers } })),
  })
}
