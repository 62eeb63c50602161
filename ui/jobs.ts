// Work that goes on behind the screens: what is asked of it, how often, and how it is told.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Schema, take } from './api'
import { useFigures } from './figures'

export type Job = Schema['JobView']

export const isActive = (job: Pick<Job, 'state'>) => job.state === 'queued' || job.state === 'running'

const often = 1000, seldom = 15_000

/** useJobs follows the user's latest jobs, closely while one of them is active. */
export function useJobs() {
  return useQuery({
    queryKey: ['jobs'],
    queryFn: async () => take(await api.GET('/api/jobs', { params: { query: { limit: 20 } } })),
    refetchInterval: ({ state }) => (state.data?.some(isActive) ? often : seldom),
  })
}

/** useJob follows one job until it ends. */
export function useJob(id: string | undefined) {
  return useQuery({
    queryKey: ['jobs', id],
    enabled: Boolean(id),
    queryFn: async () => take(await api.GET('/api/jobs/{id}', { params: { path: { id: id! } } })),
    refetchInterval: ({ state }) => (state.data && !isActive(state.data) ? false : often),
  })
}

export function useCancel() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (id: string) => take(await api.POST('/api/jobs/{id}/cancel', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['jobs'] }),
  })
}

/** useEnds tells of each job that was active before and has ended since. */
export function useEnds(jobs: Job[] | undefined, tell: (job: Job) => void) {
  const active = useRef(new Set<string>())
  useEffect(() => {
    for (const job of jobs ?? []) {
      if (isActive(job)) active.current.add(job.id)
      else if (active.current.delete(job.id)) tell(job)
    }
  }, [jobs])
}

/** useTold writes a job in the user's language: its name, how far it is, how long it takes still. */
export function useTold(job: Job) {
  const { t } = useTranslation()
  const { count } = useFigures()
  return {
    name: t(`job.${job.kind}`),
    state: { queued: t('ui.job_queued'), running: t('ui.job_running'), done: t('ui.job_done'), failed: t('ui.job_failed'), cancelled: t('ui.job_cancelled') }[job.state],
    far: job.total > 0 ? t('ui.job_of', { done: count(job.done), total: count(job.total) }) : count(job.done),
    fast: job.rate > 0 ? t('ui.job_fast', { rate: count(job.rate) }) : '',
    left: leftIn(job.seconds_left, (key, n) => t(key, { n })),
  }
}

/** leftIn rounds a rest of time to what people say. */
export function leftIn(seconds: number, say: (key: string, n: number) => string) {
  if (seconds < 0) return ''
  if (seconds < 60) return say('ui.job_left_seconds', Math.max(1, seconds))
  if (seconds < 5400) return say('ui.job_left_minutes', Math.round(seconds / 60))
  return say('ui.job_left_hours', Math.round(seconds / 3600))
}
