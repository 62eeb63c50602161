import { CloseOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schema } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { type Proposal, useDecide } from './server'

/** Result is what was decided at once, and what became of each. */
export interface Result {
  asked: Proposal[]
  told: Schema['ApprovalTold'][]
}

/** Deciding approves or refuses all that is marked; the server checks each by itself. */
export function Deciding({ rows, onDone }: { rows: Proposal[]; onDone: (result: Result) => void }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const decide = useDecide()
  const some = rows.slice(0, most)
  const go = (verdict: 'approve' | 'refuse') => decide.mutate({ rows: some, verdict, reason }, { onSuccess: (told) => onDone({ asked: some, told }) })
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

/** Left says of each that was not decided why. */
export function Left({ result: { asked, told }, onClose }: { result: Result; onClose: () => void }) {
  const { t } = useTranslation()
  const left = told.filter(({ key }) => key)
  return (
    <div className="decided" role="status">
      <span>{t('evaluation.done_n', { count: told.length - left.length })}{left.length > 0 && ` · ${t('evaluation.left_n', { count: left.length })}`}</span>
      <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('evaluation.close')} onClick={onClose} />
      <ul>{left.map(({ id, detail }) => <li key={id}><b>{asked.find((row) => row.id === id)?.name}</b> {detail}</li>)}</ul>
    </div>
  )
}
