import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { MovementPanel } from './MovementPanel'
import { useMovement } from './server'

/** AccountMovement says why an account brings more or less than in the year before. */
export function AccountMovement({ account }: { account: string }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useMovement(account)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Panel title={t('worth.moved')}><Waiting rows={6} /></Panel>
  return <MovementPanel title={t('worth.moved')} movement={data} />
}
