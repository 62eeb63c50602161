import { Button, Form, Input, Modal, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { usePeople } from '../../ui/people'
import { type Judged, type Rated, type Signal, useDrop, useJudge } from './server'

const scale = [1, 2, 3, 4, 5]

interface Props {
  account: string
  name: string
  cause: Rated
  today: string
  /** a signal that is accepted: it proposes the least probability */
  signal?: Signal
  onDone: () => void
}

/** JudgeForm says how likely and how bad a cause is, from what it is known, and what is done against it. */
export function JudgeForm({ account, name, cause, today, signal, onDone }: Props) {
  const { t } = useTranslation()
  const { options } = usePeople()
  const judge = useJudge(account, cause, signal)
  const drop = useDrop(account, cause)
  const least = signal?.probability ?? 1
  const start: Partial<Judged> = { probability: Math.max(cause.probability, least), impact: cause.impact, evidence: cause.evidence, counter: cause.counter, owner: cause.owner, due: cause.due || undefined }
  return (
    <Modal open title={t('risk.judge_of', { name, cause: t(`risk.cause_${cause.cause}`) })} onCancel={onDone} footer={null} width={520}>
      <Form<Judged> layout="vertical" requiredMark={false} initialValues={start} onFinish={(said) => judge.mutate(said, { onSuccess: onDone })}>
        <Form.Item name="probability" label={t('risk.probability')} rules={[{ required: true, message: t('risk.bad_scale') }]} extra={signal && t('risk.proposes', { probability: least })}>
          <Radio.Group optionType="button" options={scale.map((value) => ({ value, label: value, disabled: value < least }))} />
        </Form.Item>
        <Form.Item name="impact" label={t('risk.impact')} extra={cause.cause === 'I5' && t('risk.impact_fixed')}>
          <Radio.Group optionType="button" options={scale.map((value) => ({ value, label: value, disabled: cause.cause === 'I5' && value < 5 }))} />
        </Form.Item>
        <Form.Item name="evidence" label={t('risk.evidence')} rules={[{ required: true, min: 5, message: t('risk.short_evidence', { min: 5, max: 500 }) }]}>
          <Input.TextArea rows={2} maxLength={500} placeholder={t('risk.evidence_hint')} />
        </Form.Item>
        <Form.Item name="counter" label={t('risk.counter')}><Input.TextArea rows={2} maxLength={500} placeholder={t('risk.counter_hint')} /></Form.Item>
        <div className="risk-pair">
          <Form.Item name="owner" label={t('risk.owner')}><Select allowClear showSearch={{ optionFilterProp: 'label' }} options={options} /></Form.Item>
          <Form.Item name="due" label={t('risk.due')}><Until first={today} label={t('risk.due')} /></Form.Item>
        </div>
        <Fault error={judge.error ?? drop.error} />
        <span className="risk-buttons">
          <Button htmlType="submit" type="primary" loading={judge.isPending}>{t(signal ? 'risk.accept' : 'risk.save')}</Button>
          {!signal && cause.version > 0 && <Button type="text" danger loading={drop.isPending} onClick={() => drop.mutate(undefined, { onSuccess: onDone })}>{t('risk.drop')}</Button>}
        </span>
      </Form>
    </Modal>
  )
}

/** Until chooses a day in a form. */
export function Until({ first, label, value, onChange }: { first?: string; label: string; value?: string; onChange?: (day: string) => void }) {
  return <Day label={label} value={value ?? ''} first={first} onChange={(day) => onChange?.(day)} />
}
