import { CloseOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useSeveral } from './server'
import type { Row, Told, Verdict } from './wire'
import { useWords } from './words'

/** Result is what was decided at once, and what became of each. */
export interface Result {
  asked: Row[]
  told: Told[]
}

/** Several decides all that is marked. */
export function Several({ rows, onDone }: { rows: Row[]; onDone: (result: Result) => void }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const several = useSeveral()
  const decide = (verdict: Verdict) => several.mutate({ rows, verdict, reason }, { onSuccess: (told) => onDone({ asked: rows, told }) })
  return (
    <div className="approval-several" role="group" aria-label={t('approval.selected', { n: rows.length })}>
      <span>{t('approval.selected', { n: rows.length })}</span>
      <Input value={reason} onChange={(e) => setReason(e.target.value)} maxLength={1000} placeholder={t('approval.why_refuse')} aria-label={t('approval.reason')} />
      <Button disabled={!reason.trim()} loading={several.isPending} onClick={() => decide('refuse')}>{t('approval.refuse_n', { n: rows.length })}</Button>
      <Button type="primary" loading={several.isPending} onClick={() => decide('approve')}>{t('approval.approve_n', { n: rows.length })}</Button>
      <Fault error={several.error} />
    </div>
  )
}

/** Left says of each that was not decided why. */
export function Left({ result: { asked, told }, onClose }: { result: Result; onClose: () => void }) {
  const { t } = useTranslation()
  const words = useWords()
  const left = told.filter(({ key }) => key)
  const named = (id: string) => asked.find((row) => row.id === id)
  return (
    <div className={left.length ? 'approval-left' : 'approval-left all'} role="status">
      <span>{t('approval.bulk_done', { done: told.length - left.length })}{left.length > 0 && ` · ${t('approval.bulk_left', { left: left.length })}`}</span>
      <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('approval.close')} onClick={onClose} />
      <ul>
        {left.map(({ id, detail }) => {
          const row = named(id)
          return <li key={id}>{row && <b>{words.asks(row)}</b>} {detail}</li>
        })}
      </ul>
    </div>
  )
}
