import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { today } from '../../ui/day'
import { useFigures } from '../../ui/figures'
import { Day } from '../../ui/kit/Day'
import { type Trying, useApply } from './server'

/** ApplyForm asks on which day accounts change hands. */
export function ApplyForm({ trial, onDone }: { trial: Trying; onDone: () => void }) {
  const { t } = useTranslation()
  const { count } = useFigures()
  const [on, setOn] = useState(today)
  const apply = useApply(trial)
  return (
    <Modal open title={t('coverage.apply_title')} onCancel={onDone} okText={t('coverage.apply')} confirmLoading={apply.isPending} onOk={() => apply.mutate(on === today() ? '' : on, { onSuccess: onDone })}>
      <div className="coverage-form">
        <p>{t('coverage.apply_says', { count: count(trial.moves.length) })}</p>
        <Day label={t('coverage.handover_on')} value={on} onChange={setOn} first={today()} />
        <Fault error={apply.error} />
      </div>
    </Modal>
  )
}
