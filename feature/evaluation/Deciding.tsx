import { CloseOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schema } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { type Governed, type Proposal, useDecide, useDecideAll } from './server'

/** Result is what was decided at once, and what became of each. */
export interface Result {
  done: number
  others: number
  left: { id: string; name: string; detail: string }[]
}

/** Whole is a list as it was seen, as far as it can be decided at once. */
export interface Whole {
  model: Governed | ''
  direction: 'up' | 'down' | ''
  /** the newest one that was seen */
  upto: string
  count: number
}

/** DecidingAll approves or refuses a whole list, part by part; what somebody objects to is left. */
export function DecidingAll({ whole, onDone }: { whole: Whole; onDone: (result: Result) => void }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [done, count] = useState(0)
  const decide = useDecideAll(count)
  const go = (verdict: 'approve' | 'refuse') => decide.mutate({ ...whole, verdict, reason }, { onSuccess: onDone })
  return (
    <div className="deciding" role="group" aria-label={t('evaluation.chosen_whole', { count: whole.count })}>
      <span role="status">{decide.isPending ? t('evaluation.so_far', { done }) : t('evaluation.chosen_whole', { count: whole.count })}</span>
      <Input value={reason} onChange={(e) => setReason(e.target.value)} maxLength={1000} placeholder={t('evaluation.why_refuse')} aria-label={t('evaluation.reason_given')} />
      <Button disabled={!reason.trim() || decide.isPending} onClick={() => go('refuse')}>{t('evaluation.refuse_all')}</Button>
      <Button type="primary" disabled={decide.isPending} onClick={() => go('approve')}>{t('evaluation.approve_all')}</Button>
      <Fault error={decide.error} />
    </div>
  )
}

/** Deciding approves or refuses all that is marked; the server checks each by itself. */
export function Deciding({ rows, onDone }: { rows: Proposal[]; onDone: (result: Result) => void }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const decide = useDecide()
  const some = rows.slice(0, most)
  const go = (verdict: 'approve' | 'refuse') => decide.mutate({ rows: some, verdict, reason }, { onSuccess: (told) => onDone(resultOf(some, told)) })
  return (
    <div className="deciding" role="group" aria-label={t('evaluation.chosen', { count: some.length })}>
      <span>{t('evaluation.chosen', { count: some.length })}</span>
      <Input value={reason} onChange={(e) => setReason(e.target.value)} maxLength={1000} placeholder={t('evaluation.why_refuse')} aria-label={t('evaluation.reason_given')} />
      <Button disabled={!reason.trim()} loading={decide.isPending} onClick={() => go('refuse')}>{t('evaluation.refuse_n', { count: some.length })}</Button>
      <Button type="primary" loading={decide.isPending} onClick={() => go('approve')}>{t('evaluation.approve_n', { count: some.length })}</Button>
      <Fault error={decide.error} />
    </div>
  )
}

const most = 100 // decisions of one request

function resultOf(asked: Proposal[], told: Schema['ApprovalTold'][]): Result {
  const left = told.filter(({ key }) => key).map(({ id, detail = '' }) => ({ id, detail, name: asked.find((row) => row.id === id)?.name ?? '' }))
  return { done: told.length - left.length, others: 0, left }
}

/** Left says of each that was not decided why. */
export function Left({ result: { done, others, left }, onClose }: { result: Result; onClose: () => void }) {
  const { t } = useTranslation()
  const says = [t('evaluation.done_n', { count: done }), others > 0 && t('evaluation.others_n', { count: others }), left.length > 0 && t('evaluation.left_n', { count: left.length })]
  return (
    <div className="decided" role="status">
      <span>{says.filter(Boolean).join(' · ')}</span>
      <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('evaluation.close')} onClick={onClose} />
      <ul>{left.map(({ id, name, detail }) => <li key={id}><b>{name}</b> {detail}</li>)}</ul>
    </div>
  )
}
