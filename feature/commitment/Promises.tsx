import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { BreakForm } from './BreakForm'
import { CourseDrawer } from './CourseDrawer'
import { ExtendForm, PromiseForm } from './PromiseForm'
import { type Row, useEnd, useReopen } from './server'

type Doing = { what: 'change' | 'extend' | 'break' | 'course'; row: Row }

/** Promises is a list of them, with what can be done about each. */
export function Promises({ rows, today, named }: { rows: Row[]; today: string; named?: boolean }) {
  const { t } = useTranslation()
  const end = useEnd()
  const reopen = useReopen()
  const [doing, set] = useState<Doing>()
  const done = () => set(undefined)
  const act = (what: Doing['what'], row: Row, label: string) => <Button size="small" type="link" aria-label={`${label} ${row.text}`} onClick={() => set({ what, row })}>{label}</Button>
  return (
    <>
      <Fault error={end.error ?? reopen.error} />
      <ul className="commitment-rows">
        {rows.map((r) => (
          <li key={r.id} className={r.group === 'late' ? 'commitment-late' : undefined}>
            <div>
              <p>
                <span className={`commitment-side commitment-${r.by}`}>{t(`commitment.by_${r.by}`)}</span>
                <b>{r.text}</b>
              </p>
              <small className="third">
                {named && <Link to="/accounts/$id" params={{ id: r.account } as never}>{r.name}</Link>}
                {[r.whom, r.ours].filter(Boolean).join(' ↔ ')}
                {r.moves > 0 && act('course', r, t('commitment.moved', { count: r.moves }))}
                {r.reason && ` ${r.reason}`}
              </small>
            </div>
            <Standing row={r} />
            <span className="commitment-acts">
              {r.may && r.state === 'pending' && <>
                <Button size="small" type={r.group === 'late' ? 'primary' : 'default'} loading={end.isPending && end.variables?.row.id === r.id} aria-label={`${t('commitment.keep')} ${r.text}`} onClick={() => end.mutate({ row: r, state: 'kept' })}>{t('commitment.keep')}</Button>
                {act('extend', r, t('commitment.extend'))}
                {act('break', r, t('commitment.broke'))}
                {act('change', r, t('commitment.edit'))}
              </>}
              {r.may && r.state !== 'pending' && <Button size="small" type="link" aria-label={`${t('commitment.reopen')} ${r.text}`} onClick={() => reopen.mutate(r)}>{t('commitment.reopen')}</Button>}
            </span>
          </li>
        ))}
      </ul>
      {doing?.what === 'change' && <PromiseForm account={doing.row.account} today={today} old={doing.row} onDone={done} />}
      {doing?.what === 'extend' && <ExtendForm row={doing.row} onDone={done} />}
      {doing?.what === 'break' && <BreakForm row={doing.row} onDone={done} />}
      {doing?.what === 'course' && <CourseDrawer row={doing.row} onClose={done} />}
    </>
  )
}

function Standing({ row: r }: { row: Row }) {
  const { t } = useTranslation()
  const { day } = useFigures()
  if (r.state !== 'pending') return <StateChip state={r.state === 'kept' ? 'ok' : 'blocked'}>{t(`commitment.state_${r.state}`)}</StateChip>
  const says = r.days > 0 ? t('commitment.days_late', { count: r.days }) : r.days === 0 ? t('commitment.due_today') : t('commitment.due_on', { on: day(r.due) })
  return <StateChip state={r.days > 0 ? 'blocked' : r.group === 'week' ? 'ask' : 'info'}>{says}</StateChip>
}
