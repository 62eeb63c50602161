import { Button, Form, Input, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { type Judgement, useJudge } from './server'

export interface Question {
  label: string
  options: { value: number; label: string }[]
}

interface Props {
  title: string
  note?: string
  judgement: Judgement
  today: string
  questions: Question[]
  onDone: () => void
}

interface Fields {
  scores: number[]
  evidence: string
  expires?: string
}

/** JudgeForm takes one judgement: a choice for each question, from what it is known, and until when it holds. */
export function JudgeForm({ title, note, judgement, today, questions, onDone }: Props) {
  const { t } = useTranslation()
  const judge = useJudge(judgement)
  const needed = [{ required: true, message: t('development.needs_choice') }]
  return (
    <Modal open title={title} onCancel={onDone} footer={null} width={440}>
      {note && <p className="third">{note}</p>}
      <Form<Fields> layout="vertical" requiredMark={false} initialValues={{ scores: judgement.version ? judgement.scores : [], evidence: '' }} onFinish={(said) => judge.mutate(said, { onSuccess: onDone })}>
        {questions.map((q, i) => <Form.Item key={q.label} name={['scores', i]} label={q.label} rules={needed}><Select options={q.options} popupMatchSelectWidth={false} /></Form.Item>)}
        <Evidence />
        <Form.Item name="expires" trigger="onChange"><Until first={today} /></Form.Item>
        <Fault error={judge.error} />
        <Button htmlType="submit" type="primary" loading={judge.isPending}>{t('development.save')}</Button>
      </Form>
    </Modal>
  )
}

/** Evidence asks from what something is known. */
export function Evidence() {
  const { t } = useTranslation()
  return <Form.Item name="evidence" label={t('development.evidence')} rules={[{ required: true, min: 5, message: t('development.needs_evidence') }]}><Input.TextArea rows={2} maxLength={500} /></Form.Item>
}

/** Until chooses the last day of a judgement; without one it holds as long as usual. */
function Until({ first, value, onChange }: { first: string; value?: string; onChange?: (day: string) => void }) {
  const { t } = useTranslation()
  return <Day label={t('development.expires')} value={value ?? ''} first={first} onChange={(day) => onChange?.(day)} />
}
