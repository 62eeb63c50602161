import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { usePeople } from '../../ui/people'
import { useStep } from './server'
import type { Detail } from './wire'
import { useTime } from './words'

/** Deciding is what the user can do about a proposal; the reason comes first. */
export function Deciding({ proposal: p }: { proposal: Detail }) {
  const { t } = useTranslation()
  const { name } = usePeople()
  const time = useTime()
  const [reason, setReason] = useState('')
  const step = useStep(p)
  const { decide, withdraw, undo } = p.may
  if (!decide && !withdraw && !undo) return null
  const silent = !reason.trim()
  return (
    <section className="approval-deciding" aria-label={t('approval.decide')}>
      {p.in_for && <p className="second">{t('approval.for', { name: name(p.in_for) })}</p>}
      {(decide || undo) && (
        <Input.TextArea value={reason} onChange={(e) => setReason(e.target.value)} maxLength={1000} rows={2}
          aria-label={t('approval.reason')} placeholder={undo ? t('approval.why_undo') : t('approval.why_refuse')} />
      )}
      <Fault error={step.error} />
      <footer>
        {undo && <span className="third">{t('approval.undo_until', { at: time(p.undoable) })}</span>}
        <i className="grow" />
        {withdraw && <Button loading={step.isPending} onClick={() => step.mutate({ verb: 'withdraw' })}>{t('approval.withdraw')}</Button>}
        {undo && <Button disabled={silent} loading={step.isPending} onClick={() => step.mutate({ verb: 'undo', reason })}>{t('approval.undo')}</Button>}
        {decide && <Button disabled={silent} loading={step.isPending} onClick={() => step.mutate({ verb: 'refuse', reason })}>{t('approval.refuse')}</Button>}
        {decide && <Button type="primary" loading={step.isPending} onClick={() => step.mutate({ verb: 'approve', reason })}>{t('approval.approve')}</Button>}
      </footer>
    </section>
  )
}
