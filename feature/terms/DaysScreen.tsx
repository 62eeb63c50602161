import './terms.css'
import { Link } from '@tanstack/react-router'
import { Button, Input, InputNumber, Popconfirm, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { shift, today } from '../../ui/day'
import { Fault } from '../../ui/Fault'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { Day as Pick } from '../../ui/kit/Day'
import { Empty } from '../../ui/kit/Empty'
import { Lists } from '../../ui/kit/Lists'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { type Day, useDays, useDropDay, useSetDays } from './server'

/** DaysScreen is the calendar of days off, and where lists of terms leave and come back. */
export default function DaysScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const [{ year }, set] = useAddress<{ year: string }>({ year: today().slice(0, 4) })
  const { data, error, refetch } = useDays(Number(year))
  return (
    <div className="stack">
      <PageHead title={t('terms.calendar')} note={t('terms.calendar_note')}>
        <Link to={'/methods/M76' as never}>{t('terms.to_methods')}</Link>
        <InputNumber min={2000} max={2199} precision={0} value={Number(year)} aria-label={t('terms.year')} onChange={(n) => n && n >= 2000 && n < 2200 && set({ year: String(n) })} />
        <Lists of={t('terms.lists')} parts={[{
          title: t('terms.lists'),
          out: may('terms:export') ? ['xlsx', 'csv'].map((format) => ({ kind: format.toUpperCase(), address: `/api/terms/export?format=${format}` })) : [],
          into: may('terms:write') && may('import:write') ? { address: '/api/terms/import', accept: '.xlsx,.csv' } : undefined,
        }]} />
      </PageHead>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data ? !error && <Waiting rows={6} /> : (
        <Panel title={year}>
          {data.may && <AddDays year={year} />}
          {data.days.length === 0 ? <Empty>{t('terms.no_days', { year })}</Empty> : <Days days={data.days} may={data.may} />}
        </Panel>
      )}
    </div>
  )
}

function AddDays({ year }: { year: string }) {
  const { t } = useTranslation()
  const [from, begin] = useState(today().startsWith(year) ? today() : `${year}-01-01`)
  const [until, end] = useState(from)
  const [working, kind] = useState(false)
  const [name, call] = useState('')
  const add = useSetDays()
  const all = () => {
    const days: Day[] = []
    for (let on = from; on <= until && days.length < 60; on = shift(on, 1)) days.push({ on, working, name })
    return days
  }
  return (
    <>
      <div className="terms-add">
        <Pick label={t('terms.day')} value={from} onChange={(day) => { begin(day); if (day > until) end(day) }} />
        <Pick label={t('terms.until')} value={until} first={from} last={shift(from, 59)} onChange={end} />
        <Select value={working} aria-label={t('terms.kind')} onChange={kind} options={[{ value: false, label: t('terms.off') }, { value: true, label: t('terms.work') }]} />
        <Input maxLength={60} value={name} aria-label={t('terms.day_name')} placeholder={t('terms.day_hint')} onChange={(e) => call(e.target.value)} />
        <Button loading={add.isPending} disabled={!name.trim()} onClick={() => add.mutate(all(), { onSuccess: () => call('') })}>{t('terms.add_day')}</Button>
      </div>
      <Fault error={add.error} />
    </>
  )
}

function Days({ days, may }: { days: Day[]; may: boolean }) {
  const { t, i18n } = useTranslation()
  const drop = useDropDay()
  const week = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' })
  return (
    <div className="terms-scroll" tabIndex={0} role="group" aria-label={t('terms.calendar')}>
      <Fault error={drop.error} />
      <table className="terms-rows">
        <thead><tr><th scope="col">{t('terms.day')}</th><th scope="col">{t('terms.kind')}</th><th scope="col">{t('terms.day_name')}</th>{may && <th />}</tr></thead>
        <tbody>{days.map((d) => (
          <tr key={d.on}>
            <td>{d.on} <span className="third">{week.format(new Date(d.on + 'T00:00:00Z'))}</span></td>
            <td>{d.working ? <StateChip state="info">{t('terms.work')}</StateChip> : <PlainChip outlined>{t('terms.off')}</PlainChip>}</td>
            <td className="terms-says">{d.name}</td>
            {may && <td className="terms-acts"><Popconfirm title={t('terms.drop_day_sure', { on: d.on })} okText={t('terms.drop_day')} cancelText={t('terms.cancel')} onConfirm={() => drop.mutate(d.on)}>
              <Button size="small" type="link" danger aria-label={`${t('terms.drop_day')} ${d.on}`}>{t('terms.drop_day')}</Button>
            </Popconfirm></td>}
          </tr>
        ))}</tbody>
      </table>
    </div>
  )
}
