import { Button, Form, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { missing, useFigures } from '../../ui/figures'
import { PlainChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Why } from '../../ui/kit/Why'
import { items, type Rating, type Sheet, stakeholders, useRate } from './server'

const scale = [1, 2, 3, 4, 5]

/** QualityPanel is how good the relationship is in five respects (M52), and what sort of stakeholder they are. */
export function QualityPanel({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const [rating, rate] = useState(false)
  const q = sheet.quality
  return (
    <Panel title={t('maintenance.quality')} subtitle={q.version > 0 && t(`maintenance.stakeholder_${q.stakeholder}`)} note={sheet.stale && t('maintenance.stale')}
      extra={<Why label={t('quality.score')} chip={<PlainChip outlined={sheet.score === null}>{sheet.score === null ? missing : figures.decimal(sheet.score)}</PlainChip>}>{() => <Reasoned why={sheet.quality_why} stand={q.on || sheet.today} />}</Why>}>
      {q.version > 0 ? (
        <>
          <dl className="maintenance-items">{items.map((item) => <div key={item}><dt>{t(`quality.${item}`)}</dt><dd>{q[item] || missing}</dd></div>)}</dl>
          <p className="third">{q.by} · {q.on} · {q.evidence}</p>
        </>
      ) : <p className="third">{t('quality.not_rated')}</p>}
      {sheet.may && <Button size="small" onClick={() => rate(true)}>{t('maintenance.rate')}</Button>}
      {rating && <RateForm sheet={sheet} onDone={() => rate(false)} />}
    </Panel>
  )
}

function RateForm({ sheet, onDone }: { sheet: Sheet; onDone: () => void }) {
  const { t } = useTranslation()
  const rate = useRate(sheet.account, sheet.quality.version)
  const send = (said: Rating) => rate.mutate({ ...said, ...Object.fromEntries(items.map((item) => [item, said[item] ?? 0])) } as Rating, { onSuccess: onDone })
  const start = { ...sheet.quality, evidence: '', ...Object.fromEntries(items.map((item) => [item, sheet.quality[item] || undefined])) }
  return (
    <Modal open title={t('maintenance.rate_of')} onCancel={onDone} footer={null} width={440}>
      <p className="third">{t('quality.helps')}</p>
      <Form<Rating> layout="vertical" requiredMark={false} initialValues={start} onFinish={({ stakeholder, communication, cooperation, win_win, closeness, control, evidence }) => send({ stakeholder, communication, cooperation, win_win, closeness, control, evidence })}>
        <Form.Item name="stakeholder" label={t('maintenance.stakeholder')}><Select options={stakeholders.map((value) => ({ value, label: t(`maintenance.stakeholder_${value}`) }))} /></Form.Item>
        {items.map((item) => <Form.Item key={item} name={item} label={t(`quality.${item}`)}><Radio.Group optionType="button" options={scale.map((value) => ({ value, label: value }))} /></Form.Item>)}
        <Form.Item name="evidence" label={t('maintenance.evidence')} rules={[{ required: true, min: 5, message: t('maintenance.short_evidence', { min: 5, max: 500 }) }]}><Input.TextArea rows={2} maxLength={500} /></Form.Item>
        <Fault error={rate.error} />
        <Button htmlType="submit" type="primary" loading={rate.isPending}>{t('maintenance.save')}</Button>
      </Form>
    </Modal>
  )
}
