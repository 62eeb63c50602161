// What the segment screens ask the server.
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, type Reply, take } from '../../ui/api'
import type { Band, Wire } from './tree'

export type Segment = Reply<'/api/segments'>[number]
export type Field = Reply<'/api/segments/fields'>[number]
export type Member = Reply<'/api/segments/{id}/members'>['rows'][number]
export type Compared = Reply<'/api/segments/comparison'>['columns'][number]

export interface Definition {
  rule?: Wire
  bands?: { field: string; bands: Band[] }
}

export const useSegments = () => useQuery({ queryKey: ['segments'], queryFn: async () => take(await api.GET('/api/segments')) })

export const useFields = () =>
  useQuery({ queryKey: ['segments', 'fields'], queryFn: async () => take(await api.GET('/api/segments/fields')), staleTime: 60_000 }).data ?? []

// Somebody who types is asked after a short rest.
const rest = 200

/** useTrial counts whom a definition finds, while it is built. */
export function useTrial(definition: Definition | undefined) {
  const said = JSON.stringify(definition)
  const [asked, ask] = useState(said)
  useEffect(() => {
    const wait = setTimeout(() => ask(said), rest)
    return () => clearTimeout(wait)
  }, [said])
  return useQuery({
    queryKey: ['segments', 'trial', asked],
    queryFn: async () => take(await api.POST('/api/segments/trial', { body: { definition: JSON.parse(asked!) } })),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  })
}

const page = 50

/** useFound lists whom a definition finds, page by page. */
export function useFound(definition: Definition, band: number) {
  return useInfiniteQuery({
    queryKey: ['segments', 'found', definition, band],
    queryFn: async ({ pageParam: after }) => take(await api.POST('/api/segments/trial', { body: { definition, band, after, limit: page } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
  })
}

export function useCompared(segments: string[]) {
  return useQuery({
    queryKey: ['segments', 'comparison', segments],
    queryFn: async () => take(await api.GET('/api/segments/comparison', { params: { query: { segments } } })),
    placeholderData: keepPreviousData,
  })
}

const guard = (s: { version: number }) => ({ 'If-Match': `"${s.version}"` })

export interface Wording {
  name: string
  note: string
  definition: Definition
}

/** useKeep adds a segment, or writes over the one that was opened. */
export function useKeep(old?: Segment) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (body: Wording) =>
      take(old?.mine ? await api.PUT('/api/segments/{id}', { params: { path: { id: old.id }, header: guard(old) }, body }) : await api.POST('/api/segments', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['segments'] }),
  })
}

export function useShare(s: Segment) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (shared: boolean) => take(await api.PUT('/api/segments/{id}/sharing', { params: { path: { id: s.id }, header: guard(s) }, body: { shared } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['segments'] }),
  })
}

export function useDrop(s: Segment) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async () => take(await api.DELETE('/api/segments/{id}', { params: { path: { id: s.id }, header: guard(s) } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['segments'] }),
  })
}

export const useSnapshots = (id: string) =>
  useQuery({ queryKey: ['segments', id, 'snapshots'], queryFn: async () => take(await api.GET('/api/segments/{id}/snapshots', { params: { path: { id } } })) })

export function useSnap(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async () => take(await api.POST('/api/segments/{id}/snapshots', { params: { path: { id } }, body: {} })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['segments', id, 'snapshots'] }),
  })
}

export const useMovement = (id: string, from: string) =>
  useQuery({ queryKey: ['segments', id, 'movement', from], queryFn: async () => take(await api.GET('/api/segments/{id}/movement', { params: { path: { id }, query: { from } } })), enabled: !!from })
