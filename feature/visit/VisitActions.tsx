import { Button, Dropdown, Popconfirm } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useMay } from '../../ui/me'
import { CancelForm } from './CancelForm'
import { JudgeForm } from './JudgeForm'
import { MoveForm } from './MoveForm'
import { useBook, useClose } from './server'
import { isAhead, type Sheet } from './visits'

type Open = 'move' | 'cancel' | 'judge' | undefined

/** VisitActions is what comes next for a visit, and the ways out of it. */
export default function VisitActions({ visit }: { visit: Sheet }) {
  const { t } = useTranslation()
  const may = useMay()
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  if (!may('visit:write')) return null
  return (
    <footer className="visit-actions">
      {visit.state === 'planned' && visit.start !== null && <Book visit={visit} />}
      {isAhead(visit) && <Begin visit={visit} />}
      {isAhead(visit) && <Button onClick={() => setOpen('move')}>{t('visit.move')}</Button>}
      {isAhead(visit) && <Dropdown trigger={['click']} menu={{ items: [{ key: 'cancel', label: t('visit.cancel'), danger: true }], onClick: () => setOpen('cancel') }}><Button aria-label={t('visit.more')}>⋯</Button></Dropdown>}
      {visit.state === 'executed' && <Button type="primary" onClick={() => setOpen('judge')}>{t('visit.judge')}</Button>}
      {visit.state === 'evaluated' && <Shut visit={visit} />}
      {open === 'move' && <MoveForm visit={visit} today={visit.today} onDone={close} />}
      {open === 'cancel' && <CancelForm visit={visit} onDone={close} />}
      {open === 'judge' && <JudgeForm visit={visit} onDone={close} />}
    </footer>
  )
}

/** Begin leads to the report. Who has not prepared everything is told so, and may go all the same. */
function Begin({ visit }: { visit: Sheet }) {
  const { t } = useTranslation()
  const go = useNavigate()
  const { done, items } = visit.prepared
  const begin = () => void go({ to: '/visits/$visit', params: { visit: visit.id }, search: { part: 'report' } } as never)
  const due = visit.day <= visit.today
  if (done === items.length || !due) return <Button type={due ? 'primary' : 'default'} disabled={!due} title={due ? undefined : t('visit.not_today')} onClick={begin}>{t('visit.begin')}</Button>
  return (
    <Popconfirm title={t('visit.not_ready', { done, all: items.length })} description={t('visit.not_ready_says')} okText={t('visit.begin_anyway')} onConfirm={begin}>
      <Button type="primary">{t('visit.begin')}</Button>
    </Popconfirm>
  )
}

function Book({ visit }: { visit: Sheet }) {
  const { t } = useTranslation()
  const book = useBook(visit)
  return (
    <>
      <Button type={visit.day > visit.today ? 'primary' : 'default'} loading={book.isPending} onClick={() => book.mutate()}>{t('visit.book')}</Button>
      <Fault error={book.error} />
    </>
  )
}

function Shut({ visit }: { visit: Sheet }) {
  const { t } = useTranslation()
  const close = useClose(visit)
  return (
    <>
      <Button type="primary" loading={close.isPending} onClick={() => close.mutate()}>{t('visit.close')}</Button>
      <Fault error={close.error} />
    </>
  )
}
