import { SyncOutlined } from '@ant-design/icons'
import { Badge, Button, notification, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isActive, type Job, useEnds, useJobs } from '../jobs'
import { Fault } from '../Fault'
import { usePhone } from '../media'
import { Empty } from './Empty'
import { JobLine } from './JobLine'

/** JobBell shows work that goes on, from any screen, and says when it ends. */
export default function JobBell() {
  const { t } = useTranslation()
  const phone = usePhone()
  const [open, setOpen] = useState(false)
  const jobs = useJobs()
  const [notices, holder] = notification.useNotification({ placement: 'bottomRight', maxCount: 3 })
  useEnds(jobs.data, (job) => notices[manner(job)]({ title: t(`job.${job.kind}`), description: job.fault || t(`ui.job_${job.state}`), key: job.id }))
  const active = jobs.data?.filter(isActive).length ?? 0
  return (
    <>
      {holder}
      <Popover open={open} onOpenChange={setOpen} trigger="click" placement="bottomRight" title={t('ui.jobs')} destroyOnHidden content={<JobList jobs={jobs.data} error={jobs.error} />}>
        <Badge count={active} size="small" offset={phone ? [-13, 12] : [-7, 7]}>
          <Button type="text" icon={<SyncOutlined />} aria-expanded={open} aria-label={active ? t('ui.jobs_running', { n: active }) : t('ui.jobs')} />
        </Badge>
      </Popover>
    </>
  )
}

function JobList({ jobs, error }: { jobs: Job[] | undefined; error: unknown }) {
  const { t } = useTranslation()
  return (
    <div className="job-list">
      <Fault error={error} />
      {jobs?.length === 0 && <Empty>{t('ui.jobs_none')}</Empty>}
      {jobs?.slice(0, 8).map((job) => <JobLine key={job.id} job={job} />)}
    </div>
  )
}

const manner = ({ state }: Job) => (state === 'done' ? 'success' : state === 'failed' ? 'error' : 'info')
