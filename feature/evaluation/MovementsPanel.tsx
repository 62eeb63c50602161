import { Link } from '@tanstack/react-router'
import { DownloadOutlined } from '@ant-design/icons'
import { Button, Drawer, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Day } from '../../ui/kit/Day'
import { Empty } from '../../ui/kit/Empty'
import { Flow } from '../../ui/kit/Flow'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { usePhone } from '../../ui/media'
import { useMay } from '../../ui/me'
import { type Days, type Flow as Moved, type Model, useMovements, useMovers, useRuns } from './server'

const models: Model[] = ['tier', 'key', 'vip', 'grade', 'card', 'abc', 'rfm', 'grid', 'quadrant', 'pyramid', 'register']

/** MovementsPanel shows what became of the classes between two days. */
export function MovementsPanel() {
  const { t } = useTranslation()
  const runs = useRuns().data
  const to = runs?.[0]?.as_of ?? '', from = runs?.find((run) => run.as_of !== to)?.as_of ?? yearBefore(to)
  const [days, go] = useAddress<{ model: Model; from: string; to: string }>({ model: 'abc', from, to })
  const found = useMovements(days)
  if (!runs) return <Waiting rows={8} />
  if (!to) return <Empty>{t('evaluation.no_runs')}</Empty>
  return (
    <>
      <div className="filters wide">
        <Select<Model> value={days.model} onChange={(model) => go({ model })} aria-label={t('evaluation.model')} popupMatchSelectWidth={false} options={models.map((value) => ({ value, label: t(`evaluation.move_${value}`) }))} />
        <Day label={t('evaluation.from')} value={days.from} onChange={(from) => go({ from })} last={days.to} />
        <Day label={t('evaluation.to')} value={days.to} onChange={(to) => go({ to })} first={days.from} />
      </div>
      <Fault error={found.error} onRetry={() => void found.refetch()} />
      {found.data ? <Picture flow={found.data} days={days} stale={found.isFetching} /> : !found.error && <Waiting rows={8} />}
    </>
  )
}

const yearBefore = (day: string) => day && `${Number(day.slice(0, 4)) - 1}${day.slice(4).replace('-02-29', '-02-28')}`

function Picture({ flow, days, stale }: { flow: Moved; days: Days; stale: boolean }) {
  const { t } = useTranslation()
  const { count } = useFigures()
  const [cell, open] = useState<{ was: string; is: string }>()
  const title = t(`evaluation.move_${flow.model}`)
  const sheet = () => ({ columns: [t('evaluation.was'), t('evaluation.becomes'), t('evaluation.accounts'), t('evaluation.way')], rows: flow.cells.map((c) => [t(c.was), t(c.is), c.count, ways(t)[c.way + 1] ?? '']) })
  return (
    <div className="movements">
      <Panel title={title} subtitle={t('evaluation.moved_of', { accounts: count(flow.accounts), up: count(flow.up), down: count(flow.down) })} sheet={sheet} stale={stale} note={!flow.in_force && t('evaluation.as_computed')} extra={flow.up + flow.down > 0 && <Export days={days} says={t('evaluation.export_all')} />}>
        <Flow label={title} order={flow.classes} moves={flow.cells.map((c) => ({ from: c.was, to: c.is, count: c.count }))} />
      </Panel>
      <Panel title={t('evaluation.cells')} subtitle={t('evaluation.cells_says')} sheet={sheet} stale={stale}>
        <table className="cells">
          <thead><tr><th scope="col">{t('evaluation.was')}</th><th scope="col">{t('evaluation.becomes')}</th><th scope="col" className="number">{t('evaluation.accounts')}</th></tr></thead>
          <tbody>
            {[...flow.cells].sort((a, b) => Number(a.was === a.is) - Number(b.was === b.is)).map((c) => (
              <tr key={c.was + c.is} className={c.was === c.is ? 'stays' : ''}>
                <td>{t(c.was)}</td>
                <td><span aria-hidden="true">{['↓', '', '↑'][c.way + 1]}</span> {c.was === c.is ? t('evaluation.stays') : t(c.is)}</td>
                <td className="number"><button type="button" className="link" aria-label={`${t(c.was)} → ${t(c.is)} ${c.count}`} onClick={() => open(c)}>{count(c.count)}</button></td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      {cell && <Movers days={days} cell={cell} onClose={() => open(undefined)} />}
    </div>
  )
}

const ways = (t: (key: string) => string) => [t('evaluation.down'), t('evaluation.stays'), t('evaluation.up')]

/** Export takes along who has moved, or who is behind one cell. */
function Export({ days, cell, says }: { days: Days; cell?: { was: string; is: string }; says: string }) {
  const may = useMay()
  if (!may('portfolio:export')) return null
  return <Button size="small" icon={<DownloadOutlined />} href={`/api/evaluation/movements/export?${new URLSearchParams({ ...days, ...cell })}`}>{says}</Button>
}

function Movers({ days, cell, onClose }: { days: Days; cell: { was: string; is: string }; onClose: () => void }) {
  const { t } = useTranslation()
  const phone = usePhone()
  const figures = useFigures()
  const pages = useMovers({ ...days, ...cell })
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <Drawer open onClose={onClose} size={phone ? '100%' : 560} title={`${t(cell.was)} → ${t(cell.is)}`} extra={<Export days={days} cell={{ was: cell.was, is: cell.is }} says={t('evaluation.export')} />}>
      <Fault error={pages.error} />
      {pages.isPending && <Waiting rows={8} />}
      {rows.length > 0 && (
        <table className="cells">
          <thead><tr><th scope="col">{t('evaluation.account')}</th><th scope="col" className="number">{t('evaluation.before_in', { unit: figures.unit })}</th><th scope="col" className="number">{t('evaluation.after_in', { unit: figures.unit })}</th></tr></thead>
          <tbody>
            {rows.map((m) => (
              <tr key={m.id}>
                <td><Link to="/accounts/$id" params={{ id: m.id } as never}>{m.name}</Link> <small>{m.code}</small></td>
                <td className="number">{figures.sum(m.before)}</td>
                <td className="number">{figures.sum(m.after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {pages.hasNextPage && <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('evaluation.more')}</Button>}
    </Drawer>
  )
}
