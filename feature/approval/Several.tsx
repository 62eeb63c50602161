import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useSeveral } from './server'
import type { Row, Verdict } from './wire'
import { useWords } from './words'

/** Several decides all that is marked, and says of each that stayed behind why. */
export function Several({ rows, onDone }: { rows: Row[]; onDone: () => void }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [asked, ask] = useState(rows) // the rows as they were when they were marked
  const several = useSeveral()
  const left = several.data?.filter((told) => told.key) ?? []
  const decide = (verdict: Verdict) => {
    ask(rows)
    several.mutate({ rows, verdict, reason }, { onSuccess: (told) => told.every(({ key }) => !key) && onDone() })
  }
  return (
    <div className="approval-several" role="group" aria-label={t('approval.selected', { n: rows.length })}>
      <span>{t('approval.selected', { n: rows.length })}</span>
      <Input value={reason} onChange={(e) => setReason(e.target.value)} maxLength={1000} placeholder={t('approval.why_refuse')} aria-label={t('approval.reason')} />
      <Button disabled={!reason.trim()} loading={several.isPending} onClick={() => decide('refuse')}>{t('approval.refuse_n', { n: rows.length })}</Button>
      <Button type="primary" loading={several.isPending} onClick={() => decide('approve')}>{t('approval.approve_n', { n: rows.length })}</Button>
      <Fault error={several.error} />
      {left.length > 0 && <Left left={left} asked={asked} done={(several.data?.length ?? 0) - left.length} />}
    </div>
  )
}

function Left({ left, asked, done }: { left: { id: string; detail?: string }[]; asked: Row[]; done: number }) {
  const { t } = useTranslation()
  const words = useWords()
  return (
    <div className="approval-left" role="status">
      {t('approval.bulk_done', { done })} · {t('approval.bulk_left', { left: left.length })}
      <ul>
        {left.map(({ id, detail }) => {
          const row = asked.find((one) => one.id === id)
          return <li key={id}>{row && <b>{words.asks(row)}</b>} {detail}</li>
        })}
      </ul>
    </div>
  )
}
