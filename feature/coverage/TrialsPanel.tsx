import { Button, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { usePeople } from '../../ui/people'
import { type Trial, useBegin, useTrials } from './server'

/** TrialsPanel lists the trials of another coverage, and begins one. */
export function TrialsPanel({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTranslation()
  const { name } = usePeople()
  const [forming, form] = useState(false)
  const { data, error, refetch } = useTrials()
  return (
    <Panel title={t('coverage.trials')} subtitle={t('coverage.trials_say')} extra={<Button size="small" type="primary" onClick={() => form(true)}>{t('coverage.new_trial')}</Button>}>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data ? !error && <Waiting rows={3} /> : data.rows.length === 0 ? <Empty>{t('coverage.no_trials')}</Empty> : (
        <ul className="coverage-trials">
          {data.rows.map((one) => (
            <li key={one.id}>
              <button type="button" className="link" onClick={() => onOpen(one.id)}>{one.name}</button>
              <TrialState trial={one} />
              <span className="third">{name(one.by)} · {one.handover || one.begun}</span>
            </li>
          ))}
        </ul>
      )}
      {forming && <TrialForm onDone={() => form(false)} onBegun={onOpen} />}
    </Panel>
  )
}

/** TrialState is how far a trial is. */
export function TrialState({ trial }: { trial: Pick<Trial, 'state'> }) {
  const { t } = useTranslation()
  return <StateChip state={trial.state === 'applied' ? 'ok' : trial.state === 'open' ? 'ask' : 'info'}>{t(`coverage.state_${trial.state}`)}</StateChip>
}

function TrialForm({ onDone, onBegun }: { onDone: () => void; onBegun: (id: string) => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [suggest, setSuggest] = useState(true)
  const begin = useBegin()
  return (
    <Modal open title={t('coverage.new_trial')} onCancel={onDone} okText={t('coverage.begin')} confirmLoading={begin.isPending} okButtonProps={{ disabled: name.trim() === '' }}
      onOk={() => begin.mutate({ name, suggest }, { onSuccess: (trial) => onBegun(trial.id) })}>
      <div className="coverage-form">
        <Input aria-label={t('coverage.trial_name')} placeholder={t('coverage.trial_name')} value={name} maxLength={60} onChange={(e) => setName(e.target.value)} />
        <Checkbox checked={suggest} onChange={(e) => setSuggest(e.target.checked)}>{t('coverage.suggest_too')}</Checkbox>
        <Fault error={begin.error} />
      </div>
    </Modal>
  )
}
