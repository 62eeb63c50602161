import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { today } from '../../ui/day'
import { Day } from '../../ui/kit/Day'
import { StateChip } from '../../ui/kit/Chip'
import { useMay } from '../../ui/me'
import type { Work } from './draft'
import { useDrop, useSubmit } from './server'
import type { Detail } from './wire'

interface Props {
  method: Detail
  work: Work
  /** how many accounts would move, where that is known */
  moved?: number
}

/** SubmitPanel has a draft approved from a day on, or throws it away. */
export function SubmitPanel({ method, work, moved }: Props) {
  const may = useMay()
  if (method.draft?.proposal) return <Waits method={method} proposal={method.draft.proposal} />
  if (!may('method:draft') || (!method.draft && !work.dirty)) return null
  return <Submit method={method} work={work} moved={moved} />
}

function Waits({ method, proposal }: { method: Detail; proposal: string }) {
  const { t } = useTranslation()
  return (
    <section className="panel method-submit">
      <p><StateChip state="ask">{t('method.waits')}</StateChip></p>
      <p className="second">{t('method.waits_why', { version: method.base + 1 })}</p>
      <Link to="/approvals" search={{ box: 'mine', id: proposal } as never}>{t('method.see_proposal')}</Link>
    </section>
  )
}

function Submit({ method, work, moved }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  const submit = useSubmit(method), drop = useDrop(method)
  const [reason, setReason] = useState('')
  const [effective, setEffective] = useState('')
  const version = method.base + 1, ready = !!method.draft && !work.dirty && work.changed > 0
  const verb = moved === undefined ? t('method.submit', { version }) : t('method.submit_moving', { version, count: moved })
  return (
    <section className="panel method-submit" aria-label={t('method.submit', { version })}>
      <p className="second">{t('method.nothing_written', { old: method.version })}</p>
      {may('method:propose') && (
        <>
          <Input.TextArea aria-label={t('method.reason')} placeholder={t('method.reason_hint')} value={reason} maxLength={1000} rows={3} onChange={(e) => setReason(e.target.value)} />
          <Day label={t('method.effective')} value={effective || today()} first={today()} onChange={setEffective} />
        </>
      )}
      <div className="method-buttons">
        {may('method:propose') && <Button type="primary" disabled={!ready || !reason.trim()} loading={submit.isPending} onClick={() => submit.mutate({ reason, effective: effective || undefined })}>{verb}</Button>}
        {method.draft && <Button loading={drop.isPending} onClick={() => drop.mutate(undefined, { onSuccess: work.reset })}>{t('method.drop')}</Button>}
      </div>
      {work.dirty && <p className="third">{t('method.save_first')}</p>}
      <Fault error={submit.error ?? drop.error} />
    </section>
  )
}
