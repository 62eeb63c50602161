import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shift, today } from '../../ui/day'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { type Deal, useNurture, useReopen } from './server'

/** NurtureForm puts a deal aside until a day. */
export function NurtureForm({ deal, onDone }: { deal: Deal; onDone: () => void }) {
  const { t } = useTranslation()
  const [until, setUntil] = useState(shift(today(), 90))
  const [reason, setReason] = useState('')
  const nurture = useNurture(deal)
  return (
    <Modal open title={t('opportunity.do_nurture')} onCancel={onDone} okText={t('opportunity.save')} cancelText={t('opportunity.cancel')} confirmLoading={nurture.isPending} onOk={() => nurture.mutate({ until, reason }, { onSuccess: onDone })}>
      <div className="opportunity-form">
        <p className="third">{t('opportunity.nurture_says')}</p>
        <Day label={t('opportunity.wake')} value={until} first={shift(today(), 1)} onChange={setUntil} />
        <Input.TextArea rows={2} maxLength={1000} aria-label={t('opportunity.why')} placeholder={t('opportunity.why')} value={reason} onChange={(e) => setReason(e.target.value)} />
        <Fault error={nurture.error} />
      </div>
    </Modal>
  )
}

/** ReopenForm takes back that a deal has ended or waits. */
export function ReopenForm({ deal, onDone }: { deal: Deal; onDone: () => void }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const reopen = useReopen(deal)
  return (
    <Modal open title={t('opportunity.do_reopen')} onCancel={onDone} okText={t('opportunity.do_reopen')} cancelText={t('opportunity.cancel')} confirmLoading={reopen.isPending} onOk={() => reopen.mutate({ reason }, { onSuccess: onDone })}>
      <div className="opportunity-form">
        <Input.TextArea autoFocus rows={2} maxLength={1000} aria-label={t('opportunity.why')} placeholder={t('opportunity.why')} value={reason} onChange={(e) => setReason(e.target.value)} />
        <Fault error={reopen.error} />
      </div>
    </Modal>
  )
}
