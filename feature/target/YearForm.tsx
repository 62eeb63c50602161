import { Button, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { shift } from '../../ui/day'
import { Day } from '../../ui/kit/Day'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { type Span, useArrange, useRelease, useYears, type Year } from './server'

/** YearForm shows when fiscal months close, and lets those who may set it. */
export function YearForm({ year, onDone }: { year: number; onDone: () => void }) {
  const { t } = useTranslation()
  const [chosen, choose] = useState(year)
  const { data, error } = useYears(year)
  const one = data?.find((y) => y.year === chosen)
  return (
    <Modal open title={t('target.calendar')} onCancel={onDone} footer={null} width={560}>
      <p className="third">{t('target.calendar_says')}</p>
      {data && <Segmented aria-label={t('target.fiscal_year')} value={chosen} onChange={choose} options={data.map((y) => ({ value: y.year, label: t('target.of_year', { year: y.year }) }))} />}
      <Fault error={error} />
      {one ? <Months key={`${one.year} ${one.version}`} year={one} /> : !error && <Waiting rows={6} />}
    </Modal>
  )
}

function Months({ year }: { year: Year }) {
  const { t } = useTranslation()
  const may = useMay()('target:calendar')
  const [months, change] = useState(year.months)
  const arrange = useArrange(year)
  const release = useRelease(year)
  const edit = (i: number, to: Partial<Span>) => change(months.map((m, k) => (k === i ? { ...m, ...to } : m)))
  // whoever moves the end of a month moves the beginning of the next one along
  const close = (i: number, to: string) => change(months.map((m, k) => (k === i ? { ...m, to } : k === i + 1 ? { ...m, from: shift(to, 1) } : m)))
  return (
    <>
      <p className={year.set ? undefined : 'third'}>{t(year.set ? 'target.year_set' : 'target.year_follows')}</p>
      <ol className="target-spans">
        {months.map((m, i) => (
          <li key={i}>
            <span className="third">{t('target.short_month', { month: i + 1 })}</span>
            {may ? <><Day label={t('target.from')} value={m.from} onChange={(from) => edit(i, { from })} /><Day label={t('target.to')} value={m.to} onChange={(to) => close(i, to)} /></> : <span>{m.from} – {m.to}</span>}
          </li>
        ))}
      </ol>
      <Fault error={arrange.error ?? release.error} />
      {may && (
        <span className="target-buttons">
          <Button type="primary" loading={arrange.isPending} onClick={() => arrange.mutate(months)}>{t('target.save')}</Button>
          {year.set && <Button loading={release.isPending} onClick={() => release.mutate(undefined)}>{t('target.release')}</Button>}
        </span>
      )}
    </>
  )
}
