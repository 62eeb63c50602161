import { Input, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useJudge } from './server'
import type { Sheet } from './visits'

const marks = [1, 2, 3, 4, 5]

/** JudgeForm evaluates a visit; whether the plan of the account changes must be answered. */
export function JudgeForm({ visit, onDone }: { visit: Sheet; onDone: () => void }) {
  const { t } = useTranslation()
  const [rating, setRating] = useState<number>()
  const [text, setText] = useState('')
  const [replan, setReplan] = useState<boolean>()
  const judge = useJudge(visit)
  return (
    <Modal open title={t('visit.judge_of', { name: visit.name })} onCancel={onDone} okText={t('visit.judge')} confirmLoading={judge.isPending}
      onOk={() => judge.mutate({ rating: rating ?? null, text, replan: replan ?? null }, { onSuccess: onDone })}>
      <div className="visit-form">
        <div className="visit-ask"><span>{t('visit.worth')}<small>{t('visit.worth_says')}</small></span>
          <Segmented aria-label={t('visit.worth')} value={rating} options={marks} onChange={setRating} /></div>
        <Input.TextArea aria-label={t('visit.verdict')} placeholder={t('visit.verdict_hint')} rows={3} maxLength={1000} value={text} onChange={(e) => setText(e.target.value)} />
        <div className="visit-ask"><span>{t('visit.replan')}<small>{t('visit.replan_says')}</small></span>
          <Segmented aria-label={t('visit.replan')} value={replan === undefined ? undefined : String(replan)} options={[{ value: 'true', label: t('visit.replan_yes') }, { value: 'false', label: t('visit.replan_no') }]} onChange={(v) => setReplan(v === 'true')} /></div>
        <Fault error={judge.error} />
      </div>
    </Modal>
  )
}
