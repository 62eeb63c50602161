// What the screens ask the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, type Schema, take } from '../../ui/api'

export type Analysis = Reply<'/api/accounts/{account}/analysis'>
export type Sheet = Analysis['sheet']
export type Project = Analysis['projects'][number]
export type Saying = Schema['ApplicationCustomerSheet']
export type Planning = Schema['ApplicationCustomerProject']
export type Part = keyof Analysis['known']

export const parts = ['organisation', 'people', 'application', 'competitors', 'plan'] as const satisfies readonly Part[]
export const boxes = ['strengths', 'weakness', 'chances', 'threats'] as const
export const texts = ['industry', 'level', 'uses'] as const
export const fundings = ['treasury', 'own', 'loan', 'special', 'unsecured'] as const
export const purchases = ['tender', 'project', 'single'] as const

export const useAnalysis = (account: string, enabled = true) =>
  useQuery({ queryKey: ['application', account], enabled, queryFn: async () => take(await api.GET('/api/accounts/{account}/analysis', { params: { path: { account } } })) })

function useChange<In, Out>(mutationFn: (input: In) => Promise<Out>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn, onSuccess: () => Promise.all(['application', 'campaign'].map((key) => queries.invalidateQueries({ queryKey: [key] }))) })
}

const match = (version: number) => ({ 'If-Match': `"${version}"` })

/** useKnow writes over the sheet that was read. */
export const useKnow = (sheet: Sheet) =>
  useChange(async (body: Saying) => take(await api.PUT('/api/accounts/{account}/analysis', { params: { path: { account: sheet.account }, header: match(sheet.version) }, body })))

/** usePlan adds a project, or writes over the one that was read. */
export const usePlan = (account: string, old?: Project) =>
  useChange(async (body: Planning) =>
    old
      ? take(await api.PUT('/api/projects/{project}', { params: { path: { project: old.id }, header: match(old.version) }, body }))
      : take(await api.POST('/api/accounts/{account}/projects', { params: { path: { account } }, body })))

export const useDrop = (p: Project) => useChange(async () => take(await api.DELETE('/api/projects/{project}', { params: { path: { project: p.id }, header: match(p.version) } })))
