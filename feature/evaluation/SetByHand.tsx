import { Button, Form, Input, Modal, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { useMay } from '../../ui/me'
import { type Card, type Governed, useSet, useUnset } from './server'
import { useWords } from './words'

const classes: Record<Governed, string[]> = { tier: ['MAJOR', 'NAMED', 'NONNAMED', 'MASS'], key: ['KEY', ''], vip: ['VIP', ''], grade: ['A', 'B', 'C', 'D'], card: ['PLATINUM', 'GOLD', 'SILVER', ''] }

/** SetByHand lets a manager put a class into force for a while, with a reason. */
export function SetByHand({ account, classes: now }: { account: string; classes: Card['classes'] }) {
  const { t } = useTranslation()
  const may = useMay()
  const [open, setOpen] = useState(false)
  if (!may('evaluation:override')) return null
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>{t('evaluation.set')}</Button>
      {open && <Sheet account={account} now={now} onDone={() => setOpen(false)} />}
    </>
  )
}

function Sheet({ account, now, onDone }: { account: string; now: Card['classes']; onDone: () => void }) {
  const { t } = useTranslation()
  const { cls } = useWords()
  const [model, setModel] = useState<Governed>('tier')
  const [to, setTo] = useState('MAJOR')
  const [expires, setExpires] = useState('')
  const set = useSet(), unset = useUnset()
  const choose = (model: Governed) => {
    setModel(model)
    setTo(classes[model][0] ?? '')
  }
  const held = now.find((c) => c.model === model)?.set
  return (
    <Modal open title={t('evaluation.set_title')} onCancel={onDone} footer={null} width={440}>
      <p className="second">{t('evaluation.set_why')}</p>
      <Segmented<Governed> block value={model} onChange={choose} aria-label={t('evaluation.model')} options={(['tier', 'key', 'vip', 'grade', 'card'] as const).map((value) => ({ value, label: t(`evaluation.model_${value}`) }))} />
      <Form layout="vertical" requiredMark={false} onFinish={({ reason }: { reason: string }) => set.mutate({ account, model, class: to, reason, expires }, { onSuccess: onDone })} className="set-form">
        <Form.Item label={t('evaluation.class_head')}>
          <Select value={to} onChange={setTo} aria-label={t('evaluation.class_head')} options={classes[model].map((value) => ({ value, label: cls(model, value) }))} />
        </Form.Item>
        <Form.Item name="reason" label={t('evaluation.reason_given')} rules={[{ required: true, min: 5, message: t('evaluation.reason_least') }]}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
        <Form.Item extra={t('evaluation.expires_hint')}><Day label={t('evaluation.expires')} value={expires} onChange={setExpires} /></Form.Item>
        <Fault error={set.error ?? unset.error} />
        <div className="set-buttons">
          {held && <Button loading={unset.isPending} onClick={() => unset.mutate({ account, model }, { onSuccess: onDone })}>{t('evaluation.unset')}</Button>}
          <Button type="primary" htmlType="submit" loading={set.isPending}>{t('evaluation.set')}</Button>
        </div>
      </Form>
    </Modal>
  )
}
