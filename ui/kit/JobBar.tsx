import { Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Job, useTold } from '../jobs'

/** JobBar is how far a job is, for eyes and for ears. */
export function JobBar({ job }: { job: Job }) {
  const { t } = useTranslation()
  const { name } = useTold(job)
  const percent = job.total > 0 ? Math.min(100, Math.floor((job.done / job.total) * 100)) : 0
  return <Progress percent={percent} status="normal" size="small" aria-label={t('ui.job_progress', { name })} />
}
