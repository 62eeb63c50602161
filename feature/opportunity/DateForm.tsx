import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { today } from '../../ui/day'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { type Deal, useExpect } from './server'

/** DateForm moves the day on which the order is expected; putting it off takes a reason and counts. */
export function DateForm({ deal, onDone }: { deal: Deal; onDone: () => void }) {
  const { t } = useTranslation()
  const [expected, setExpected] = useState(deal.expected ?? today())
  const [reason, setReason] = useState('')
  const expect = useExpect(deal)
  const later = !!deal.expected && expected > deal.expected
  return (
    <Modal open title={t('opportunity.do_date')} onCancel={onDone} okText={t('opportunity.save')} cancelText={t('opportunity.cancel')} confirmLoading={expect.isPending}
      okButtonProps={{ disabled: expected === deal.expected || (later && reason.trim().length < 2) }} onOk={() => expect.mutate({ expected, reason: reason || undefined }, { onSuccess: onDone })}>
      <div className="opportunity-form">
        <Day label={t('opportunity.expected')} value={expected} onChange={setExpected} />
        <Input.TextArea rows={2} maxLength={1000} aria-label={t('opportunity.why')} placeholder={t(later ? 'opportunity.why' : 'opportunity.why_not')} value={reason} onChange={(e) => setReason(e.target.value)} />
        {later && <p className="third">{t('opportunity.counts_as_slip')}</p>}
        <Fault error={expect.error} />
      </div>
    </Modal>
  )
}
