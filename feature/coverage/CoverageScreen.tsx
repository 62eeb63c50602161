import './coverage.css'
import { DownloadOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { PageHead } from '../../ui/kit/PageHead'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { FitsPanel } from './FitsPanel'
import { NeedsPanel } from './NeedsPanel'
import { StaffPanel } from './StaffPanel'
import { useBoard } from './server'
import { TrialScreen } from './TrialScreen'
import { TrialsPanel } from './TrialsPanel'
import { ViolationsPanel } from './ViolationsPanel'

/** CoverageScreen says who covers what with how many hours, or shows one trial of another coverage. */
export default function CoverageScreen() {
  const [{ trial }, set] = useAddress({ trial: '' })
  return trial ? <TrialScreen id={trial} onLeave={() => set({ trial: '' })} /> : <Coverage onTrial={(trial) => set({ trial })} />
}

function Coverage({ onTrial }: { onTrial: (id: string) => void }) {
  const { t } = useTranslation()
  const { count } = useFigures()
  const may = useMay()
  const { data, error, refetch } = useBoard()
  return (
    <div className="wide coverage-screen">
      <PageHead title={t('coverage.coverage')} note={data && t('coverage.says', { people: count(data.people), persons: count(data.persons), have: count(data.have) })}>
        {data?.budget && <Link to={'/plans/resources' as never}>{t('coverage.resources')}</Link>}
        {may('coverage:export') && <Button icon={<DownloadOutlined />} href="/api/coverage/export">{t('coverage.export')}</Button>}
      </PageHead>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data && !error && <Waiting rows={8} />}
      {data && (
        <>
          <div className="coverage-columns">
            <div>
              <StaffPanel board={data} />
              <FitsPanel board={data} />
            </div>
            <div>
              <NeedsPanel board={data} />
              {data.arrange && <TrialsPanel onOpen={onTrial} />}
              <ViolationsPanel board={data} />
            </div>
          </div>
        </>
      )}
    </div>
  )
}
