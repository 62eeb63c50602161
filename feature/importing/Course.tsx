import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Job, isActive, useCancel, useTold } from '../../ui/jobs'
import { JobBar } from '../../ui/kit/JobBar'
import { Panel } from '../../ui/kit/Panel'

/** Course shows a job at work; it goes on when the screen is left. */
export function Course({ job, title }: { job: Job; title: string }) {
  const { t } = useTranslation()
  const { far, fast, left, state } = useTold(job)
  const cancel = useCancel()
  return (
    <Panel title={title} subtitle={t('importing.goes_on')}
      extra={isActive(job) && <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate(job.id)}>{t('ui.job_cancel')}</Button>}>
      <div className="course" aria-live="polite">
        <div><b>{far}</b><span className="third">{[fast, left].filter(Boolean).join(' · ') || state}</span></div>
        <JobBar job={job} />
      </div>
    </Panel>
  )
}
