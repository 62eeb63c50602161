import { Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { missing } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { SharesPanel } from './SharesPanel'
import { useAccess, useFlag, type View } from './server'
import './team.css'
import { TeamPanel } from './TeamPanel'
import { WhyPanel } from './WhyPanel'

/** AccessTab says who works on an account, who else may look at it, and why. */
export default function AccessTab({ account }: { account: string }) {
  const found = useAccess(account)
  if (found.error) return <Fault error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Waiting rows={8} />
  const parts = { account, view: found.data }
  return (
    <div className="columns">
      <div>
        <TeamPanel {...parts} />
        <SharesPanel {...parts} />
      </div>
      <div>
        <Walls {...parts} />
        <WhyPanel {...parts} />
      </div>
    </div>
  )
}

/** Walls are what opens the account beside its team. */
function Walls({ account, view }: { account: string; view: View }) {
  const { t } = useTranslation()
  const may = useMay()
  const flag = useFlag(account)
  return (
    <Panel title={t('team.walls')}>
      <dl className="team-walls">
        <div>
          <dt>{t('team.region')}</dt>
          <dd>{view.region || missing}<small>{view.key ? t('team.key_closed') : view.region ? t('team.region_opens') : t('team.region_none')}</small></dd>
        </div>
        <div>
          <dt>{t('team.service')}</dt>
          <dd>
            <Switch size="small" checked={view.service} disabled={!may('team:flag')} loading={flag.isPending} onChange={(on) => flag.mutate(on)} aria-label={t('team.service')} />
            <small>{view.service ? t('team.service_on') : t('team.service_off')}</small>
          </dd>
        </div>
      </dl>
      <Fault error={flag.error} />
    </Panel>
  )
}
