import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Slot } from '../../ui/Slot'
import { reasons, type Sheet, useClose } from './server'

/** CloseForm ends a deal: why, what shows it, and what was learnt. */
export function CloseForm({ sheet: { deal, steps }, state, onDone }: { sheet: Sheet; state: 'won' | 'lost'; onDone: () => void }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState<string>()
  const [outcome, setOutcome] = useState('')
  const [lesson, setLesson] = useState(deal.lesson)
  const [winner, setWinner] = useState<string>()
  const [evidence, setEvidence] = useState('')
  const close = useClose(deal)
  const open = steps.flatMap((s) => s.milestones).some((m) => m.mandatory && !m.reached)
  return (
    <Modal open title={t(`opportunity.do_${state}`)} onCancel={onDone} okText={t('opportunity.save')} cancelText={t('opportunity.cancel')} confirmLoading={close.isPending} okButtonProps={{ disabled: !reason }}
      onOk={() => reason && close.mutate({ state, reason, outcome: outcome || undefined, lesson: lesson || undefined, evidence: evidence || undefined, winner }, { onSuccess: onDone })}>
      <div className="opportunity-form">
        <label>{t(`opportunity.why_${state}`)}<Select autoFocus value={reason} onChange={setReason} options={reasons[state].map((r) => ({ value: r, label: t(`opportunity.reason_${r}`) }))} /></label>
        {state === 'lost' && <Slot name="opportunity.winner" value={winner} onChange={setWinner} />}
        <label>{t('opportunity.outcome')}<Input.TextArea rows={2} maxLength={1000} value={outcome} onChange={(e) => setOutcome(e.target.value)} /></label>
        {state === 'won' && open && <label>{t('opportunity.evidence')}<Input maxLength={1000} value={evidence} placeholder={t('opportunity.evidence_hint')} onChange={(e) => setEvidence(e.target.value)} /></label>}
        <label>{t('opportunity.lesson')}<Input.TextArea rows={2} maxLength={1000} value={lesson} placeholder={t('opportunity.lesson_hint')} onChange={(e) => setLesson(e.target.value)} /></label>
        <Fault error={close.error} />
      </div>
    </Modal>
  )
}
