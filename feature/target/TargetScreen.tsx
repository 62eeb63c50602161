import './target.css'
import { CalendarOutlined, DownloadOutlined } from '@ant-design/icons'
import { Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { missing, useFigures } from '../../ui/figures'
import { KeyFigures } from '../../ui/kit/KeyFigures'
import { PageHead } from '../../ui/kit/PageHead'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { BoardPanel, idOf, named } from './BoardPanel'
import { CoursePanel } from './CoursePanel'
import { DivideForm } from './DivideForm'
import { EditForm } from './EditForm'
import { LinesPanel } from './LinesPanel'
import { type Board, type Measure, measures, type Row, useBoard } from './server'
import { TakeOverForm } from './TakeOverForm'
import { YearForm } from './YearForm'

type Open = { form: 'divide' | 'year' } | { form: 'edit' | 'take'; row: string } | undefined

/** TargetScreen answers who is to sell and collect what, and how far everybody is. */
export default function TargetScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const [open, show] = useState<Open>()
  const [{ year, measure, row }, set] = useAddress<{ year: string; measure: Measure; row: string }>({ year: '0', measure: 'sales', row: '' })
  const { data: board, error, refetch, isPlaceholderData } = useBoard(Number(year) || 0, measure)
  const found = (id: string) => board?.rows.find((r) => idOf(r) === id)
  const chosen = found(row) ?? board?.rows[0]
  const close = () => show(undefined)
  const asked = open && 'row' in open ? found(open.row) : undefined
  return (
    <div className="wide target-screen">
      <PageHead title={t('target.targets')} note={board && t('target.stand', { date: board.as_of, month: board.month })}>
        {board && <Select aria-label={t('target.fiscal_year')} value={board.year} onChange={(y) => set({ year: String(y) })} options={[board.year - 1, board.year, board.year + 1].map((value) => ({ value, label: t('target.of_year', { year: value }) }))} />}
        <Segmented<Measure> aria-label={t('target.measure')} value={measure} onChange={(measure) => set({ measure })} options={measures.map((value) => ({ value, label: t(`target.measure_${value}`) }))} />
        <Button icon={<CalendarOutlined />} onClick={() => show({ form: 'year' })}>{t('target.calendar')}</Button>
        {may('target:export') && board && <Button icon={<DownloadOutlined />} href={`/api/targets/export?year=${board.year}&measure=${measure}`}>{t('target.export')}</Button>}
        {may('target:write') && board?.rows.some((r) => r.kind === 'team') && <Button type="primary" onClick={() => show({ form: 'divide' })}>{t('target.divide')}</Button>}
      </PageHead>
      <Fault error={error} onRetry={() => void refetch()} />
      {!board ? !error && <Waiting rows={10} /> : <>
        {chosen && <Figures board={board} row={chosen} stale={isPlaceholderData} />}
        {chosen && <CoursePanel board={board} row={chosen} />}
        <BoardPanel title={t('target.board')} board={board} rows={board.rows} chosen={chosen && idOf(chosen)} stale={isPlaceholderData} onChoose={(r) => set({ row: idOf(r) })}
          onEdit={board.may ? (r) => show({ form: 'edit', row: idOf(r) }) : undefined} onTakeOver={board.may ? (r) => show({ form: 'take', row: idOf(r) }) : undefined} />
        {measure === 'sales' && board.scope === 'all' && <LinesPanel year={board.year} may={board.may} />}
        {open?.form === 'divide' && <DivideForm board={board} onDone={close} />}
        {open?.form === 'year' && <YearForm year={board.year} onDone={close} />}
        {open?.form === 'edit' && asked && <EditForm board={board} row={asked} onDone={close} />}
        {open?.form === 'take' && asked && <TakeOverForm board={board} row={asked} onDone={close} />}
      </>}
    </div>
  )
}

/** Figures are the first things to know of the row that is chosen. */
function Figures({ board, row, stale }: { board: Board; row: Row; stale: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures(board.currency)
  const mine = board.mine && row.user === board.me && row.kind === 'person' ? board.mine : undefined
  return (
    <KeyFigures stale={stale} figures={[
      { title: `${named(row, t)} · ${t('target.wanted')} ${figures.unit}`, value: row.version ? figures.sum(row.wanted) : missing, note: row.version ? undefined : t('target.none_yet') },
      { title: t('target.sold_in', { unit: figures.unit }), value: figures.sum(row.sold), note: t('target.of_year_share', { share: figures.share(row.yearly) }) },
      { title: t('target.attainment'), value: figures.share(row.attainment), note: t('target.due_says', { sum: figures.sum(row.due), unit: figures.unit }) },
      { title: t('target.forecast_in', { unit: figures.unit }), value: figures.sum(row.forecast), note: t(`target.way_${row.way}`) },
      { title: t('target.gap'), value: figures.more(row.gap), note: row.gap !== null && row.gap < 0 ? <span className="late">{t('target.gap_short')}</span> : undefined },
      ...(mine ? [{ title: t('target.my_place'), value: `${mine.place} / ${mine.of}`, note: t('target.place_says') }] : []),
    ]} />
  )
}
