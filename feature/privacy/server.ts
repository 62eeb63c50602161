// What the screens ask the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schema, take, versioned } from '../../ui/api'

export type Request = Schema['PrivacyRequest']
export type Found = Schema['PrivacyFound']
export type Record = Schema['PrivacyRecord']
export type Section = Schema['PrivacySection']
export type Export = Schema['PrivacyExport']
export type Paper = Schema['PrivacyPaper']
export type Settings = Schema['PrivacySettings']

export const wishes = ['copy', 'correct', 'erase', 'withdraw', 'explain'] as const
export const fields = ['name', 'title', 'department', 'phone', 'mail', 'wechat', 'mobile', 'private_wechat', 'birthday', 'home_city'] as const

export type State = 'open' | 'done' | 'refused'

export function useRequests(state: State) {
  return useQuery({ queryKey: ['privacy', 'requests', state], queryFn: async () => take(await api.GET('/api/privacy/requests', { params: { query: { state } } })) })
}

/** useRequest is one request with the version that a step replaces. */
export function useRequest(id: string) {
  return useQuery({ queryKey: ['privacy', 'request', id], queryFn: async () => versioned(await api.GET('/api/privacy/requests/{id}', { params: { path: { id } } })) })
}

function useChanged() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['privacy'] })
}

export function useAsk() {
  return useMutation({
    mutationFn: async (body: Schema['PostRequestBody']) => take(await api.POST('/api/privacy/requests', { body })),
    onSuccess: useChanged(),
  })
}

/** useSteps are what can be done with a request at a version. */
export function useSteps(id: string, etag: string) {
  const params = { path: { id }, header: { 'If-Match': etag } }
  const onSuccess = useChanged()
  return {
    search: useMutation({ mutationFn: async () => take(await api.PUT('/api/privacy/requests/{id}/search', { params: { path: { id } } })) }),
    choose: useMutation({ mutationFn: async (records: Record[]) => take(await api.PUT('/api/privacy/requests/{id}/records', { params, body: { records } })), onSuccess }),
    correct: useMutation({ mutationFn: async (body: Schema['PrivacyCorrection']) => take(await api.PUT('/api/privacy/requests/{id}/correction', { params, body })), onSuccess }),
    withdraw: useMutation({ mutationFn: async () => take(await api.PUT('/api/privacy/requests/{id}/withdrawal', { params, body: {} })), onSuccess }),
    close: useMutation({ mutationFn: async (body: Schema['PrivacyClosing']) => take(await api.PUT('/api/privacy/requests/{id}/closing', { params, body })), onSuccess }),
    erase: useMutation({ mutationFn: async (name: string) => take(await api.PUT('/api/privacy/requests/{id}/erasure', { params, body: { name } })), onSuccess }),
  }
}

/** useReadmit lifts the bar on somebody who was forgotten. */
export function useReadmit() {
  return useMutation({ mutationFn: async (body: Schema['PrivacyWho']) => take(await api.PUT('/api/privacy/readmission', { body })), onSuccess: useChanged() })
}

export function useWeight(id: string, on: boolean) {
  return useQuery({ queryKey: ['privacy', 'weight', id], enabled: on, queryFn: async () => take(await api.GET('/api/privacy/requests/{id}/weight', { params: { path: { id } } })) })
}

export function useExports() {
  return useQuery({ queryKey: ['privacy', 'exports'], queryFn: async () => take(await api.GET('/api/privacy/exports', { params: { query: { limit: 200 } } })) })
}

export function useReceive(one: Export) {
  return useMutation({
    mutationFn: async (body: Schema['PrivacyReceiver']) => take(await api.PUT('/api/privacy/exports/{id}', { params: { path: { id: one.id }, header: { 'If-Match': `"${one.version}"` } }, body })),
    onSuccess: useChanged(),
  })
}

export function usePaper(which: 'notice' | 'assessment', language: string) {
  return useQuery({ queryKey: ['privacy', which, language], queryFn: async () => take(which === 'notice' ? await api.GET('/api/privacy/notice') : await api.GET('/api/privacy/assessment')) })
}

export function useSettings() {
  return useQuery({ queryKey: ['privacy', 'settings'], queryFn: async () => versioned(await api.GET('/api/privacy/settings')) })
}

export function useSaveSettings(etag: string) {
  return useMutation({
    mutationFn: async (body: Settings) => take(await api.PUT('/api/privacy/settings', { params: { header: { 'If-Match': etag } }, body })),
    onSuccess: useChanged(),
  })
}
