import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { shift } from '../../ui/day'
import { Day } from '../../ui/kit/Day'
import { usePeople } from '../../ui/people'
import { type Action, useFinish, useSaveAction } from './server'

/** ActionForm says what has to be done for an account, by whom, until when. */
export function ActionForm({ account, action, today, owner: usual, onDone }: { account: string; action?: Action; today: string; owner?: string; onDone: () => void }) {
  const { t } = useTranslation()
  const { options } = usePeople()
  const [title, setTitle] = useState(action?.title ?? '')
  const [owner, setOwner] = useState(action?.owner ?? usual)
  const [due, setDue] = useState(action?.due ?? shift(today, 14))
  const save = useSaveAction(account, action)
  return (
    <Modal open title={t(action ? 'plan.action' : 'plan.new_action')} onCancel={onDone} okText={t('plan.save')} confirmLoading={save.isPending}
      onOk={() => save.mutate({ title, owner: owner ?? '', due }, { onSuccess: onDone })}>
      <div className="plan-form">
        <Input autoFocus aria-label={t('plan.title')} value={title} maxLength={200} placeholder={t('plan.title_hint')} onChange={(e) => setTitle(e.target.value)} />
        <Select aria-label={t('plan.owner')} value={owner} onChange={setOwner} showSearch={{ optionFilterProp: 'label' }} prefix={<span className="third">{t('plan.owner')}</span>} options={options} />
        <Day label={t('plan.due')} value={due} onChange={setDue} />
        <Fault error={save.error} />
      </div>
    </Modal>
  )
}

/** EndAction says what came of an action, or why it is given up. */
export function EndAction({ action, state, onDone }: { action: Action; state: 'done' | 'dropped'; onDone: () => void }) {
  const { t } = useTranslation()
  const [result, setResult] = useState('')
  const finish = useFinish(action)
  return (
    <Modal open title={action.title} onCancel={onDone} okText={t(state === 'done' ? 'plan.done' : 'plan.drop')} confirmLoading={finish.isPending} onOk={() => finish.mutate({ state, result }, { onSuccess: onDone })}>
      <div className="plan-form">
        <Input.TextArea autoFocus rows={3} maxLength={300} aria-label={t(`plan.result_${state}`)} placeholder={t(`plan.result_${state}`)} value={result} onChange={(e) => setResult(e.target.value)} />
        <Fault error={finish.error} />
      </div>
    </Modal>
  )
}
