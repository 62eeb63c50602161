import './competitor.css'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { GridTable } from './GridTable'
import { useGrid } from './server'

/** AccountGrid is who is strong with which product at an account. */
export default function AccountGrid({ account }: { account: string }) {
  const { t } = useTranslation()
  const spot = { account }
  const { data: grid, error, refetch } = useGrid(spot)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  return grid ? <GridTable grid={grid} spot={spot} title={t('competitor.grid')} /> : <Panel title={t('competitor.grid')}><Waiting rows={4} /></Panel>
}
