import { Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { type Asking, type Board, questions, useAsk } from './server'

/** AskForm takes what was found out, and what comes next with those who count. */
export function AskForm({ deal, board, onDone }: { deal: string; board: Board; onDone: () => void }) {
  const { t } = useTranslation()
  const ask = useAsk(deal, board)
  const { situation, problem, implication, payoff, confirmed, solution } = board.sheet
  const steps = board.people.map(({ contact, topic, step, on }) => ({ contact, topic, step, on }))
  const [said, say] = useState<Asking>({ situation, problem, implication, payoff, confirmed, solution, steps })
  const change = (i: number, next: Partial<Asking['steps'][number]>) => say({ ...said, steps: said.steps.map((s, at) => (at === i ? { ...s, ...next } : s)) })
  return (
    <Modal open title={t('campaign.panel')} okText={t('campaign.save')} cancelText={t('campaign.cancel')} confirmLoading={ask.isPending} onCancel={onDone} onOk={() => ask.mutate(said, { onSuccess: onDone })}>
      <div className="campaign-form">
        {questions.map((key) => <label key={key}>{t(`campaign.${key}`)}<Input.TextArea rows={2} maxLength={1000} placeholder={t(`campaign.${key}_hint`)} value={said[key]} onChange={(e) => say({ ...said, [key]: e.target.value })} /></label>)}
        {board.people.map((p, i) => (
          <fieldset key={p.contact}>
            <legend>{p.name}</legend>
            <label>{t('campaign.topic')}<Input maxLength={1000} value={said.steps[i]?.topic} onChange={(e) => change(i, { topic: e.target.value })} /></label>
            <label>{t('campaign.next_step')}<Input maxLength={1000} value={said.steps[i]?.step} onChange={(e) => change(i, { step: e.target.value })} /></label>
            <Day label={t('campaign.step_on')} value={said.steps[i]?.on ?? ''} onChange={(on) => change(i, { on: on || undefined })} />
          </fieldset>
        ))}
        <Fault error={ask.error} />
      </div>
    </Modal>
  )
}
