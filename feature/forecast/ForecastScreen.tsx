import './forecast.css'
import { DownloadOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { missing, useFigures } from '../../ui/figures'
import { KeyFigures } from '../../ui/kit/KeyFigures'
import { PageHead } from '../../ui/kit/PageHead'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { usePeople } from '../../ui/people'
import { AccuracyPanel } from './AccuracyPanel'
import { ChangesPanel } from './ChangesPanel'
import { CyclePanel } from './CyclePanel'
import { DealsPanel } from './DealsPanel'
import { PeoplePanel } from './PeoplePanel'
import { type Board, periods, thisQuarter, useBoard } from './server'
import { StagesPanel } from './StagesPanel'

/** ForecastScreen answers what will come in a period, how sure that is, and what has changed since last week. */
export default function ForecastScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { name } = usePeople()
  const [{ period, owner }, set] = useAddress({ period: '', owner: '' })
  const { data: board, error, refetch, isPlaceholderData: stale } = useBoard({ period, owner })
  const people = board?.people.flatMap((p) => (p.owner ? [{ value: p.owner, label: name(p.owner) }] : [])) ?? []
  const chosen = owner && !people.some((p) => p.value === owner) ? [{ value: owner, label: name(owner) }] : []
  const query = new URLSearchParams(Object.entries({ period, owner }).filter(([, v]) => v)).toString()
  return (
    <div className="wide forecast-screen">
      <PageHead title={t('forecast.forecast')} note={board?.scope === 'own' && t('forecast.scope_own')}>
        <Select aria-label={t('forecast.period')} value={period || thisQuarter()} onChange={(period) => set({ period })} popupMatchSelectWidth={false} options={periods().map((value) => ({ value, label: value }))} />
        <Select aria-label={t('forecast.leader')} value={owner} onChange={(owner) => set({ owner })} popupMatchSelectWidth={false} options={[{ value: '', label: t('forecast.everybody') }, ...people, ...chosen]} />
        {may('forecast:export') && <Button icon={<DownloadOutlined />} href={`/api/forecast/export${query && `?${query}`}`}>{t('forecast.export')}</Button>}
      </PageHead>
      <Fault error={error} onRetry={() => void refetch()} />
      {!board ? !error && <Waiting rows={10} /> : <>
        <Totals board={board} stale={stale} />
        <NotCounted board={board} />
        <div className="forecast-grid">
          <PeoplePanel board={board} owner={owner} stale={stale} onChoose={(owner) => set({ owner })} />
          <ChangesPanel board={board} stale={stale} />
        </div>
        <DealsPanel board={board} stale={stale} />
        <div className="forecast-grid">
          <StagesPanel board={board} stale={stale} />
          <div className="forecast-side">
            <AccuracyPanel board={board} stale={stale} />
            <CyclePanel board={board} stale={stale} />
          </div>
        </div>
      </>}
    </div>
  )
}

function Totals({ board, stale }: { board: Board; stale: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures(board.currency)
  const { total, goal } = board
  return (
    <KeyFigures stale={stale} figures={[
      { title: `${t('forecast.won')} ${figures.unit}`, value: figures.sum(total.won), note: t('forecast.won_say', { count: total.wins }) },
      { title: t('forecast.commit'), value: figures.sum(total.commit) },
      { title: t('forecast.best'), value: figures.sum(total.best) },
      { title: t('forecast.weighted'), value: figures.sum(total.weighted), note: t('forecast.weighted_say') },
      { title: t('forecast.history'), value: figures.sum(total.history), note: total.history == null ? t('forecast.history_unknown') : t('forecast.history_range', { low: figures.sum(total.low), high: figures.sum(total.high) }) },
      { title: t('forecast.goal'), value: goal?.coverage == null ? missing : `${figures.decimal(goal.coverage)} ×`, note: goal ? t('forecast.goal_say', { wanted: figures.sum(goal.wanted), sold: figures.sum(goal.sold) }) : t('forecast.goal_none') },
    ]} />
  )
}

/** NotCounted says which open deals stand in no period, and why. */
function NotCounted({ board }: { board: Board }) {
  const { t } = useTranslation()
  const said = (['passed', 'undated', 'unknown'] as const).filter((what) => board[what] > 0).map((what) => t(`forecast.${what}`, { count: board[what] }))
  if (said.length === 0) return null
  return <p className="panel-note forecast-note">{t('forecast.not_counted', { what: said.join(' · ') })}</p>
}
