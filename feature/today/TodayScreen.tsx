import './today.css'
import { Button, Segmented } from 'antd'
import { useContext, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { PageHead } from '../../ui/kit/PageHead'
import { Waiting } from '../../ui/kit/Waiting'
import { Me } from '../../ui/me'
import { usePhone } from '../../ui/media'
import { named, spoken } from './day'
import { GroupPanel } from './GroupPanel'
import { type Day, type Marking, type Sort, useDay, useMark, useUnmark } from './server'
import { SideColumn } from './SideColumn'

const few = 12, many = 200

/** TodayScreen says what to do now, and why: the dearest neglect first. */
export default function TodayScreen() {
  const { t } = useTranslation()
  const phone = usePhone()
  const [{ sort, all }, set] = useAddress({ sort: 'loss', all: '' })
  const { data, error, refetch, isPlaceholderData } = useDay(sort as Sort, all ? many : few)
  const undo = useUndo()
  const order = <Segmented size="small" aria-label={t('today.sort')} value={sort} onChange={(sort) => set({ sort: String(sort) })}
    options={(['loss', 'due', 'account'] as const).map((value) => ({ value, label: t(`today.sort_${value}`) }))} />
  return (
    <div className="today">
      <div className="today-main">
        {phone
          ? data && <div className="today-when"><Date day={data} /><i className="grow" />{order}</div>
          : <PageHead title={t('today.today')} note={data && <Date day={data} full />}><span className="third">{t('today.sort')}</span>{order}</PageHead>}
        <Fault error={error ?? undo.error} onRetry={error ? () => void refetch() : undefined} />
        {!data && !error && <section className="today-group"><Waiting rows={10} /></section>}
        {data && <Groups day={data} stale={isPlaceholderData} onMark={undo.mark} onAll={all ? undefined : () => set({ all: '1' })} />}
        {undo.done && (
          <div className="undo-bar today-undo" role="status">
            <span>{undo.done.text}</span>
            <Button size="small" loading={undo.pending} onClick={undo.back}>{t('today.undo')}</Button>
          </div>
        )}
      </div>
      <SideColumn />
    </div>
  )
}

function Date({ day, full }: { day: Day; full?: boolean }) {
  const { t, i18n } = useTranslation()
  const { count } = useFigures()
  const { grants } = useContext(Me)
  const own = !grants.includes('portfolio:entrust')
  return (
    <span className="third">
      {spoken(i18n.language, day.on, day.on)} {named(i18n.language, day.on)}
      {full && day.accounts > 0 && ' · ' + t(own ? 'today.in_care' : 'today.in_line', { count: day.accounts, n: count(day.accounts) })}
    </span>
  )
}

function Groups({ day, stale, onMark, onAll }: { day: Day; stale: boolean; onMark: (m: Marking, text: string) => void; onAll?: () => void }) {
  const { t } = useTranslation()
  const count = day.groups.reduce((sum, g) => sum + g.count, 0)
  const first = day.groups.find((g) => g.key !== 'wait' && g.count > 0)
  if (count === 0) {
    return <section className="today-group today-none"><h2>{t('today.nothing')}</h2><p className="second">{day.hidden > 0 ? t('today.nothing_hidden', { count: day.hidden }) : t('today.nothing_why')}</p></section>
  }
  return (
    <div className={stale ? 'today-groups stale' : 'today-groups'}>
      {day.groups.filter((g) => g.count > 0).map((g) => <GroupPanel key={g.key} day={day} group={g} first={g === first} onMark={onMark} onAll={onAll} />)}
      {day.capped && <p className="third today-note">{t('today.capped')}</p>}
    </div>
  )
}

const patience = 10_000

/** useUndo marks tasks, and for ten seconds takes the last one back. */
function useUndo() {
  const mark = useMark(), unmark = useUnmark()
  const [done, setDone] = useState<{ id: string; text: string }>()
  useEffect(() => {
    if (!done) return
    const gone = setTimeout(() => setDone(undefined), patience)
    return () => clearTimeout(gone)
  }, [done])
  return {
    done,
    error: mark.error ?? unmark.error,
    pending: unmark.isPending,
    mark: (m: Marking, text: string) => mark.mutate(m, { onSuccess: ({ id }) => setDone({ id, text }) }),
    back: () => done && unmark.mutate(done.id, { onSuccess: () => setDone(undefined) }),
  }
}
