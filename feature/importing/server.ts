// What the screens ask the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, take } from '../../ui/api'
import type { Import, Kind, Settings } from './wire'
import { isWorking } from './wizard'

const asked = (id: string) => ['imports', id]

/** useImport is one import; it is looked at again while a job of it runs. */
export function useImport(id: string) {
  return useQuery({
    queryKey: asked(id),
    queryFn: async () => take(await api.GET('/api/imports/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && isWorking(state.data.state) ? 1000 : false),
  })
}

/** useImports are the latest imports. */
export function useImports() {
  return useQuery({
    queryKey: ['imports'],
    queryFn: async () => take(await api.GET('/api/imports', { params: { query: { limit: 50 } } })),
    refetchInterval: ({ state }) => (state.data?.some((one) => isWorking(one.state)) ? 2000 : false),
  })
}

/** useQuality is how good the latest data of every source are. */
export function useQuality() {
  return useQuery({ queryKey: ['imports', 'quality'], queryFn: async () => take(await api.GET('/api/import-quality')) })
}

/** useProfiles are the saved choices of all kinds, or of one. */
export function useProfiles(kind?: Kind) {
  return useQuery({
    queryKey: ['import-profiles', kind],
    queryFn: async () => take(await api.GET('/api/import-profiles', { params: { query: { kind } } })),
  })
}

export function useDropProfile() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (name: string) => take(await api.DELETE('/api/import-profiles/{name}', { params: { path: { name } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['import-profiles'] }),
  })
}

/** useUpload sends a file as it is; the server says what it is. */
export function useUpload() {
  return useMutation({
    mutationFn: async ({ file, ...query }: { file: File; kind: Kind; profile?: string }) =>
      take(await api.POST('/api/imports', { params: { query: { name: file.name, ...query } }, body: file as never, bodySerializer: (raw) => raw as never, headers: { 'Content-Type': 'application/octet-stream' } })),
  })
}

/** useImportActs are what can be done with an import, one after the other; each answers with what it has become. */
export function useImportActs(id: string) {
  const queries = useQueryClient()
  const path = { params: { path: { id } } }
  const act = <In,>(ask: (input: In) => Promise<Import>) => ({ scope: { id }, mutationFn: ask, onSuccess: (now: Import) => queries.setQueryData(asked(id), now) })
  return {
    settle: useMutation(act(async (change: Partial<Settings>) => {
      const now = queries.getQueryData<Import>(asked(id))!.settings // with what was changed before
      return take(await api.PUT('/api/imports/{id}', { ...path, body: { ...now, ...change } }))
    })),
    check: useMutation(act(async () => take(await api.POST('/api/imports/{id}/check', path)))),
    book: useMutation(act(async () => take(await api.POST('/api/imports/{id}/book', path)))),
    undo: useMutation(act(async () => take(await api.POST('/api/imports/{id}/undo', path)))),
    drop: useMutation({
      mutationFn: async () => take(await api.DELETE('/api/imports/{id}', path)),
      onSuccess: () => queries.invalidateQueries({ queryKey: ['imports'] }),
    }),
  }
}
