import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { proposed } from './batch'
import { usePlanAll } from './server'
import { TimeFields } from './TimeFields'
import type { Appointment, Due, Planned, Suggestion, Timed } from './visits'

interface Props {
  due: Due[]
  visits: Appointment[]
  suggestions: Suggestion[]
  /** the days on which they can be visited */
  days: string[]
  today: string
  onDone: (planned: boolean) => void
}

/** BatchForm plans several visits at once; nothing is written before the last click. */
export function BatchForm({ due, visits, suggestions, days, today, onDone }: Props) {
  const { t } = useTranslation()
  const [rows, set] = useState(() => proposed(due, visits, suggestions, days).map((slot, i) => plan(due[i]!, slot, t('visit.routine'))))
  const planAll = usePlanAll()
  const change = (at: number, some: Partial<Planned>) => set(rows.map((row, i) => (i === at ? { ...row, ...some } : row)))
  return (
    <Modal open width={680} title={t('visit.batch_of', { n: rows.length })} onCancel={() => onDone(false)} okText={t('visit.batch_write', { n: rows.length })} confirmLoading={planAll.isPending}
      onOk={() => planAll.mutate(rows, { onSuccess: () => onDone(true) })}>
      <p className="third">{t('visit.nothing_written')}</p>
      <ul className="visit-batch">
        {rows.map((row, i) => <li key={row.account}><b className="cut">{due[i]!.name}</b><TimeFields value={row} today={today} onChange={(to) => change(i, to)} /></li>)}
      </ul>
      <Fault error={planAll.error} />
    </Modal>
  )
}

const plan = ({ account }: Due, slot: Timed, purpose: string): Planned => ({ ...slot, account, purpose, channel: 'visit', place: '', users: [], people: [] })

/** BatchBar says how many are picked, and plans them. */
export function BatchBar({ n, onPlan, onNone }: { n: number; onPlan: () => void; onNone: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="visit-picked" role="status">
      <b>{t('visit.picked', { n })}</b>
      <Button type="primary" disabled={n === 0} onClick={onPlan}>{t('visit.batch_plan')}</Button>
      <Button onClick={onNone}>{t('visit.batch_end')}</Button>
    </div>
  )
}
