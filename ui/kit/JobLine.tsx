import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import '../css/jobs.css'
import { useFigures } from '../figures'
import { isActive, type Job, useCancel, useTold } from '../jobs'
import type { State } from '../theme'
import { StateChip } from './Chip'
import { JobBar } from './JobBar'

/** JobLine is one piece of work: how far, how fast, how long still, and the way to stop it. */
export function JobLine({ job }: { job: Job }) {
  const { t } = useTranslation()
  const { time } = useFigures()
  const { name, state, far, fast, left } = useTold(job)
  const cancel = useCancel()
  const active = isActive(job)
  return (
    <div className="job-line">
      <b>{name}</b>
      <StateChip state={shape[job.state]}>{state}</StateChip>
      <i className="grow" />
      {active && <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate(job.id)} aria-label={`${t('ui.job_cancel')} ${name}`}>{t('ui.job_cancel')}</Button>}
      {active && <JobBar job={job} />}
      <p className="third">{active ? [far, fast, left].filter(Boolean).join(' · ') : job.fault ?? time(job.ended_at)}</p>
    </div>
  )
}

const shape: Record<Job['state'], State> = { queued: 'info', running: 'info', done: 'ok', failed: 'blocked', cancelled: 'ask' }
