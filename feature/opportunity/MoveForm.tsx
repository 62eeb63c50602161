import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { type Sheet, type Step, useMove } from './server'
import { useSaid } from './words'

/** MoveForm moves a deal to another step; leaving steps out and going back take a reason. */
export function MoveForm({ sheet: { deal, steps }, to, onDone }: { sheet: Sheet; to: Step; onDone: () => void }) {
  const { t } = useTranslation()
  const said = useSaid()
  const [reason, setReason] = useState('')
  const move = useMove(deal)
  const from = steps.findIndex((s) => s.place === 'here')
  const at = steps.indexOf(to)
  const way = at < from ? 'back' : at > from + 1 ? 'skip' : 'next'
  const missing = steps.slice(Math.max(from, 0), at).flatMap((s) => s.milestones.filter((m) => m.mandatory && !m.reached))
  return (
    <Modal open title={t('opportunity.move_to', { stage: said(to) })} onCancel={onDone} okText={t('opportunity.move')} cancelText={t('opportunity.cancel')} confirmLoading={move.isPending}
      okButtonProps={{ disabled: missing.length > 0 || (way !== 'next' && reason.trim().length < 2) }} onOk={() => move.mutate({ stage: to.key, reason: reason || undefined }, { onSuccess: onDone })}>
      <div className="opportunity-form">
        <p>{t(`opportunity.way_${way}`)} {t('opportunity.then', { percent: to.percent })}</p>
        {missing.length > 0 && <p className="opportunity-late">{t('opportunity.missing', { names: missing.map((m) => said(m)).join('、') })}</p>}
        <Input.TextArea rows={2} maxLength={1000} aria-label={t('opportunity.why')} placeholder={t(way === 'next' ? 'opportunity.why_not' : 'opportunity.why')} value={reason} onChange={(e) => setReason(e.target.value)} />
        <Fault error={move.error} />
      </div>
    </Modal>
  )
}
