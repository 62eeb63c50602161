// What the screens of leads ask the server.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Reply, type Schema, take } from '../../ui/api'

export type Row = Reply<'/api/leads'>[number]
export type Page = Reply<'/api/leads/{lead}'>
export type Round = Reply<'/api/leads/round'>
export type Step = Round['steps'][number]
export type Wish = Reply<'/api/leads/wishes'>[number]
export type Effect = Reply<'/api/leads/report'>[number]
export type Found = Schema['LeadFound']
export type Turning = Schema['LeadTurning']
export type State = Row['state']

export const states: State[] = ['new', 'contacted', 'qualified', 'deal', 'nurture', 'dropped']
export const signs = ['interest', 'need', 'budget', 'time', 'person', 'company'] as const
export const sources = ['survey', 'campaign', 'service', 'outlet', 'fair', 'website', 'complaint', 'research', 'association', 'government', 'media', 'third_party', 'colleague', 'competitor', 'referral'] as const

const key = 'leads'

export const useLeads = () => useQuery({ queryKey: [key], queryFn: async () => take(await api.GET('/api/leads')) })
export const useLead = (lead: string) => useQuery({ queryKey: [key, lead], queryFn: async () => take(await api.GET('/api/leads/{lead}', { params: { path: { lead } } })) })
export const useRound = () => useQuery({ queryKey: [key, 'round'], queryFn: async () => take(await api.GET('/api/leads/round', { params: { query: {} } })) })
export const useWishes = () => useQuery({ queryKey: [key, 'wishes'], queryFn: async () => take(await api.GET('/api/leads/wishes')) })
export const useReport = () => useQuery({ queryKey: [key, 'report'], queryFn: async () => take(await api.GET('/api/leads/report')) })

/** useChange sends something and asks for leads, and for deals that came of them, anew. */
function useChange<In, Out>(send: (body: In) => Promise<Out>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: send, onSuccess: () => Promise.all([key, 'opportunities'].map((what) => queries.invalidateQueries({ queryKey: [what] }))) })
}

const match = (version: number) => ({ 'If-Match': `"${version}"` })

export const useSave = (old?: Row) =>
  useChange(async (body: Found) => old
    ? take(await api.PUT('/api/leads/{lead}', { params: { path: { lead: old.id }, header: match(old.version) }, body }))
    : take(await api.POST('/api/leads', { body })))

export const useTurn = (l: Row) =>
  useChange(async (body: Turning) => take(await api.POST('/api/leads/{lead}/turn', { params: { path: { lead: l.id }, header: match(l.version) }, body })))

export const useWalk = (quarter: number) =>
  useChange(async ({ step, version, ...body }: { step: string; version: number; note: string; done: boolean }) =>
    take(await api.PUT('/api/leads/round/{step}', { params: { path: { step }, query: { quarter }, header: match(version) }, body })))

export const useWant = (old?: Wish) =>
  useChange(async (body: Schema['LeadWanted']) => old
    ? take(await api.PUT('/api/leads/wishes/{wish}', { params: { path: { wish: old.id }, header: match(old.version) }, body }))
    : take(await api.POST('/api/leads/wishes', { body })))

export const useTouch = (w: Wish) =>
  useChange(async (body: Schema['LeadTouched']) => take(await api.POST('/api/leads/wishes/{wish}/contact', { params: { path: { wish: w.id }, header: match(w.version) }, body })))
