import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { shift, today } from '../../ui/day'
import { useFigures } from '../../ui/figures'
import { Day } from '../../ui/kit/Day'
import { Panel } from '../../ui/kit/Panel'
import { type Sheet, useAccept, useStay, useTell } from './server'

/** CoursePanel is who hands over to whom, what they tell each other, and the step that comes next. */
export function CoursePanel({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const { day } = useFigures()
  return (
    <Panel title={t('handover.handover')} className="handover-course">
      <p>{sheet.from_name} → <b>{sheet.to_name}</b> <span className="third">{day(sheet.made)}</span></p>
      <Stay sheet={sheet} />
      <Note sheet={sheet} />
      {sheet.questions && <><h3>{t('handover.questions')}</h3><p className="told">{sheet.questions}</p></>}
      {sheet.accepted && <p className="third">{t('handover.accepted')} {day(sheet.accepted)}</p>}
      {sheet.may_accept && <Accept sheet={sheet} />}
    </Panel>
  )
}

function Stay({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const { day } = useFigures()
  const stay = useStay(sheet)
  return (
    <div>
      <p className="second" title={t('handover.stay_says')}>{sheet.until ? `${t('handover.stay')} ${day(sheet.until)}` : t('handover.stay_none')}</p>
      {sheet.may_end && (
        <div className="handover-stay">
          <Day label={t('handover.stay')} value={sheet.until ?? ''} first={sheet.made} onChange={(until) => until && stay.mutate(until)} />
          {sheet.until && <Button size="small" loading={stay.isPending} onClick={() => stay.mutate(shift(today(), -1))}>{t('handover.end_now')}</Button>}
        </div>
      )}
      <Fault error={stay.error} />
    </div>
  )
}

function Note({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const [note, setNote] = useState(sheet.note)
  const tell = useTell(sheet)
  if (!sheet.may_note) return sheet.note ? <><h3>{t('handover.note')}</h3><p className="told">{sheet.note}</p></> : null
  return (
    <>
      <h3>{t('handover.note')}</h3>
      <Input.TextArea rows={4} maxLength={4000} aria-label={t('handover.note')} placeholder={t('handover.note_hint')} value={note} onChange={(e) => setNote(e.target.value)} />
      <Fault error={tell.error} />
      <Button disabled={note === sheet.note} loading={tell.isPending} onClick={() => tell.mutate(note)}>{t('handover.save_note')}</Button>
    </>
  )
}

function Accept({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const [questions, setQuestions] = useState('')
  const accept = useAccept(sheet)
  return (
    <>
      <h3>{t('handover.questions')}</h3>
      <Input.TextArea rows={3} maxLength={4000} aria-label={t('handover.questions')} placeholder={t('handover.questions_hint')} value={questions} onChange={(e) => setQuestions(e.target.value)} />
      <p className="third">{t('handover.accept_says')}</p>
      <Fault error={accept.error} />
      <Button type="primary" block loading={accept.isPending} onClick={() => accept.mutate(questions)}>{t('handover.accept')}</Button>
    </>
  )
}
