import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useJobs } from '../../ui/jobs'
import { Empty } from '../../ui/kit/Empty'
import { JobLine } from '../../ui/kit/JobLine'
import { Panel } from '../../ui/kit/Panel'

const shown = 6

/** JobsPanel lists the latest work behind the screens. */
export function JobsPanel() {
  const { t } = useTranslation()
  const jobs = useJobs()
  return (
    <Panel title={t('ui.jobs')}>
      <Fault error={jobs.error} />
      {jobs.data?.length === 0 && <Empty>{t('ui.jobs_none')}</Empty>}
      {jobs.data?.slice(0, shown).map((job) => <JobLine key={job.id} job={job} />)}
    </Panel>
  )
}
