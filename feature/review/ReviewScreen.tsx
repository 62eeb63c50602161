import './review.css'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { today } from '../../ui/day'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { KeyFigures } from '../../ui/kit/KeyFigures'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { HeatPanel } from './HeatPanel'
import { LineDrawer } from './LineDrawer'
import { type Sheet, useSheet } from './server'

/** ReviewScreen is how a month of visits and promises went, for each of the line. */
export default function ReviewScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const [{ month, user }, set] = useAddress({ month: '', user: '' })
  const { data, error, refetch, isPlaceholderData } = useSheet(month)
  const line = data?.lines.find((l) => l.user === user)
  return (
    <div className="stack review-screen">
      <PageHead title={t('review.reviews')} note={data && t('review.signed_of', { signed: data.signed, of: data.lines.length })}>
        <Select value={(data?.month ?? months()[0] ?? '').slice(0, 7)} onChange={(m) => set({ month: `${m}-01` })} aria-label={t('review.month')} options={months().map((value) => ({ value, label: value }))} />
        {may('review:export') && <Button href={`/api/reviews/export?${new URLSearchParams(month ? { month } : {})}`}>{t('review.export')}</Button>}
      </PageHead>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data ? !error && <Waiting rows={8} /> : data.lines.length === 0 ? <Panel title={t('review.reviews')}><Empty>{t('review.none')}</Empty></Panel> : <>
        <Totals sheet={data} stale={isPlaceholderData} />
        <Lines sheet={data} stale={isPlaceholderData} onOpen={(user) => set({ user })} />
        <HeatPanel sheet={data} stale={isPlaceholderData} />
      </>}
      {data && line && <LineDrawer key={`${line.user}${line.version}`} line={line} sheet={data} onClose={() => set({ user: '' })} />}
    </div>
  )
}

function Totals({ sheet: { total: f }, stale }: { sheet: Sheet; stale: boolean }) {
  const { t } = useTranslation()
  const { share, count } = useFigures()
  return (
    <KeyFigures stale={stale} figures={[
      { title: t('review.execution'), value: share(f.execution), note: t('review.of', { part: count(f.executed), of: count(f.planned) }) },
      { title: t('review.attained'), value: share(f.attained), note: t('review.of', { part: count(f.met), of: count(f.objectives) }) },
      { title: t('review.held'), value: share(f.held), note: t('review.promises_of', { kept: count(f.kept), broken: count(f.broken), due: count(f.promises) }) },
      { title: t('review.contact'), value: share(f.contact), note: t('review.of', { part: count(f.contacted), of: count(f.important) }) },
    ]} />
  )
}

function Lines({ sheet, stale, onOpen }: { sheet: Sheet; stale: boolean; onOpen: (user: string) => void }) {
  const { t } = useTranslation()
  const { share, count, decimal } = useFigures()
  const columns = ['execution', 'attained', 'held', 'broken', 'in_time', 'median', 'contact'] as const
  return (
    <Panel title={t('review.lines', { month: sheet.month.slice(0, 7) })} subtitle={t('review.lines_say')} stale={stale} note={!sheet.over && t('review.until', { until: sheet.until })}>
      <div className="review-scroll" tabIndex={0} role="group" aria-label={t('review.reviews')}>
        <table className="review-rows">
          <thead><tr><th scope="col">{t('review.person')}</th>{columns.map((c) => <th key={c} scope="col" className="number">{t(`review.${c}`)}</th>)}<th scope="col">{t('review.state')}</th></tr></thead>
          <tbody>
            {sheet.lines.map(({ figures: f, ...l }) => (
              <tr key={l.user}>
                <td><Button type="link" size="small" onClick={() => onOpen(l.user)}>{l.name}</Button></td>
                <td data-name={t('review.execution')} className="number">{share(f.execution)}<small className="third">{count(f.executed)}/{count(f.planned)}</small></td>
                <td data-name={t('review.attained')} className="number">{share(f.attained)}<small className="third">{count(f.met)}/{count(f.objectives)}</small></td>
                <td data-name={t('review.held')} className="number">{share(f.held)}<small className="third">{count(f.kept)}/{count(f.kept + f.broken)}</small></td>
                <td data-name={t('review.broken')} className={f.broken ? 'number review-bad' : 'number'}>{count(f.broken)}</td>
                <td data-name={t('review.in_time')} className="number">{share(f.in_time)}<small className="third">{count(f.asked)}</small></td>
                <td data-name={t('review.median')} className="number">{decimal(f.median)}</td>
                <td data-name={t('review.contact')} className="number">{share(f.contact)}<small className="third">{count(f.contacted)}/{count(f.important)}</small></td>
                <td><StateChip state={l.signed ? 'ok' : l.comment ? 'ask' : 'info'}>{t(l.signed ? 'review.state_signed' : l.comment ? 'review.state_commented' : 'review.state_none')}</StateChip></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

// months are the last two years of them, the latest first.
function months() {
  const [year, month] = today().split('-').map(Number) as [number, number]
  return Array.from({ length: 24 }, (_, back) => new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7))
}
