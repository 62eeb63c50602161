import { Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useMove } from './server'
import { TimeFields } from './TimeFields'
import type { Appointment, Timed } from './visits'
import { useWhen } from './words'

type Moving = Pick<Appointment, 'id' | 'version' | 'name' | 'day' | 'start' | 'length' | 'state'>

/** MoveForm gives a visit another time, and says why; what was booked has to be agreed again. */
export function MoveForm({ visit, to, today, onDone }: { visit: Moving; to?: Timed; today: string; onDone: () => void }) {
  const { t } = useTranslation()
  const when = useWhen(today)
  const [value, set] = useState<Timed>(to ?? visit)
  const [reason, setReason] = useState('')
  const [agreed, setAgreed] = useState(false)
  const move = useMove(visit)
  return (
    <Modal open title={t('visit.move_of', { name: visit.name })} onCancel={onDone} okText={t('visit.move')} confirmLoading={move.isPending}
      onOk={() => move.mutate({ day: value.day, start: value.start, length: value.length, reason, agreed }, { onSuccess: onDone })}>
      <div className="visit-form">
        <p><s className="third">{when.day(visit.day)} {when.time(visit)}</s> → <span className="new">{when.day(value.day)} {when.time(value)}</span></p>
        <TimeFields value={value} today={today} onChange={set} />
        <Input autoFocus aria-label={t('visit.move_reason')} placeholder={t('visit.move_reason')} maxLength={300} value={reason} onChange={(e) => setReason(e.target.value)} />
        {value.start !== null && <Checkbox checked={agreed} onChange={(e) => setAgreed(e.target.checked)}>{t('visit.agreed')}</Checkbox>}
        {visit.state === 'booked' && !agreed && <p className="soon">{t('visit.book_again')}</p>}
        <Fault error={move.error} />
      </div>
    </Modal>
  )
}
