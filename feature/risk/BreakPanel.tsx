import { Button, Form, Input, InputNumber, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import { usePeople } from '../../ui/people'
import { Until } from './JudgeForm'
import { type Broken, causes, type Interruption, type Offer, type Offered, type Result, type Sheet, useBreak, useClose, useOffer } from './server'

const results: Result[] = ['recovered', 'downgraded', 'lost']
const answers = ['', 'taken', 'refused'] as const

/** BreakPanel is the interruption of a relationship and its recovery; while there is none, the way to record one. */
export function BreakPanel({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const [form, open] = useState<'break' | 'close' | 'offer'>()
  const [answered, answer] = useState<Offer>()
  const now = sheet.interruptions.find((i) => !i.closed)
  const past = sheet.interruptions.filter((i) => i.closed)
  const close = () => { open(undefined); answer(undefined) }
  if (!now && past.length === 0 && !sheet.may) return null
  return (
    <Panel title={t('risk.broken')} subtitle={now && t('risk.opened_says', { on: now.opened, cause: t(`risk.cause_${now.cause}`) })} note={now?.late && t('risk.plan_late')}
      extra={now ? <StateChip state="blocked">{t('risk.result_pending')}</StateChip> : sheet.may && <Button size="small" onClick={() => open('break')}>{t('risk.break')}</Button>}>
      {now ? <Now now={now} may={sheet.may} onForm={open} onAnswer={answer} /> : <p className="third">{t('risk.not_broken')}</p>}
      {past.length > 0 && (
        <details>
          <summary>{t('risk.past_interruptions')} ({past.length})</summary>
          <ul className="risk-past">{past.map((i) => <li key={i.id}><PlainChip>{t(`risk.result_${i.result}`)}</PlainChip> {i.opened} – {i.closed} · {t(`risk.cause_${i.cause}`)} <small className="third">{i.description} · {i.closing}</small></li>)}</ul>
        </details>
      )}
      {form === 'break' && <BreakForm sheet={sheet} now={now} onDone={close} />}
      {form === 'close' && now && <CloseForm now={now} onDone={close} />}
      {now && (form === 'offer' || answered) && <OfferForm now={now} offer={answered} today={sheet.today} onDone={close} />}
    </Panel>
  )
}

function Now({ now: i, may, onForm, onAnswer }: { now: Interruption; may: boolean; onForm: (form: 'break' | 'close' | 'offer') => void; onAnswer: (offer: Offer) => void }) {
  const { t } = useTranslation()
  const { name } = usePeople()
  const figures = useFigures()
  return (
    <>
      <dl className="risk-break">
        <div><dt>{t('risk.description')}</dt><dd>{i.description}{i.stage_before > 0 && <small className="third">{t('risk.stage_of', { stage: i.stage_before })}</small>}</dd></div>
        <div><dt>{t('risk.recovery')}</dt><dd>{i.recovery}<small className="third">{name(i.owner)} · {t('risk.due')} {i.due}</small></dd></div>
        <div>
          <dt>{t('risk.offers')}</dt>
          <dd>
            {i.offers.length === 0 && <span className="third">{t('risk.no_offers')}</span>}
            {i.offers.map((o) => (
              <p key={o.id}>
                <PlainChip outlined={!o.result}>{t(`risk.offer_${o.result || 'pending'}`)}</PlainChip> {o.measure} <small className="third">{o.on} · {figures.sum(o.spend)} {figures.unit}{o.remark && ` · ${o.remark}`}</small>
                {may && <Button size="small" type="text" onClick={() => onAnswer(o)}>{t('risk.answer')}</Button>}
              </p>
            ))}
          </dd>
        </div>
      </dl>
      {may && (
        <span className="risk-buttons">
          <Button size="small" onClick={() => onForm('offer')}>{t('risk.add_offer')}</Button>
          <Button size="small" onClick={() => onForm('break')}>{t('risk.replan')}</Button>
          <Button size="small" type="primary" onClick={() => onForm('close')}>{t('risk.close')}</Button>
        </span>
      )}
    </>
  )
}

function BreakForm({ sheet, now, onDone }: { sheet: Sheet; now?: Interruption; onDone: () => void }) {
  const { t } = useTranslation()
  const { options } = usePeople()
  const save = useBreak(sheet.account, now)
  const needed = (key: string) => [{ required: true, min: 5, message: t(key, { min: 5, max: 500 }) }]
  return (
    <Modal open title={t(now ? 'risk.replan_of' : 'risk.break_of', { name: sheet.name })} onCancel={onDone} footer={null} width={520}>
      <Form<Broken> layout="vertical" requiredMark={false} initialValues={now ?? { opened: sheet.today, cause: sheet.why.inputs.length ? 'I5' : undefined }} onFinish={({ cause, opened, description, recovery, owner, due }) => save.mutate({ cause, opened, description, recovery, owner: owner ?? '', due: due ?? '' }, { onSuccess: onDone })}>
        <div className="risk-pair">
          <Form.Item name="cause" label={t('risk.cause')} rules={[{ required: true, message: t('risk.bad_cause') }]}><Select options={causes.map((value) => ({ value, label: t(`risk.cause_${value}`) }))} /></Form.Item>
          <Form.Item name="opened" label={t('risk.opened')}><Until label={t('risk.opened')} /></Form.Item>
        </div>
        <Form.Item name="description" label={t('risk.description')} rules={needed('risk.short_description')}><Input.TextArea rows={2} maxLength={500} /></Form.Item>
        <Form.Item name="recovery" label={t('risk.recovery')} rules={needed('risk.no_recovery')}><Input.TextArea rows={3} maxLength={500} placeholder={t('risk.recovery_hint')} /></Form.Item>
        <div className="risk-pair">
          <Form.Item name="owner" label={t('risk.owner')} rules={[{ required: true, message: t('risk.no_owner') }]}><Select showSearch={{ optionFilterProp: 'label' }} options={options} /></Form.Item>
          <Form.Item name="due" label={t('risk.due')} rules={[{ required: true, message: t('risk.no_due') }]}><Until label={t('risk.due')} /></Form.Item>
        </div>
        <Fault error={save.error} />
        <Button htmlType="submit" type="primary" loading={save.isPending}>{t('risk.save')}</Button>
      </Form>
    </Modal>
  )
}

function CloseForm({ now, onDone }: { now: Interruption; onDone: () => void }) {
  const { t } = useTranslation()
  const close = useClose(now)
  return (
    <Modal open title={t('risk.close')} onCancel={onDone} footer={null} width={440}>
      <Form<{ result: Result; closing: string }> layout="vertical" requiredMark={false} initialValues={{ result: 'recovered' }} onFinish={(said) => close.mutate(said, { onSuccess: onDone })}>
        <Form.Item name="result" label={t('risk.result')}><Radio.Group options={results.map((value) => ({ value, label: t(`risk.result_${value}`) }))} /></Form.Item>
        <Form.Item name="closing" label={t('risk.closing')} rules={[{ required: true, min: 5, message: t('risk.no_closing', { min: 5, max: 500 }) }]}><Input.TextArea rows={3} maxLength={500} placeholder={t('risk.closing_hint')} /></Form.Item>
        <Fault error={close.error} />
        <Button htmlType="submit" type="primary" loading={close.isPending}>{t('risk.close_it')}</Button>
      </Form>
    </Modal>
  )
}

function OfferForm({ now, offer, today, onDone }: { now: Interruption; offer?: Offer; today: string; onDone: () => void }) {
  const { t } = useTranslation()
  const save = useOffer(now.id, offer)
  const start = offer ? { ...offer, spend: offer.spend / 100 } : { spend: 0, on: today, result: '' as const, measure: '', remark: '' }
  return (
    <Modal open title={t('risk.offer')} onCancel={onDone} footer={null} width={440}>
      <Form<Offered> layout="vertical" requiredMark={false} initialValues={start} onFinish={({ measure, spend, on, result, remark }) => save.mutate({ measure, spend: Math.round((spend ?? 0) * 100), on, result, remark }, { onSuccess: onDone })}>
        <Form.Item name="measure" label={t('risk.measure')} rules={[{ required: true, min: 5, message: t('risk.no_measure', { min: 5, max: 500 }) }]}><Input.TextArea rows={2} maxLength={500} /></Form.Item>
        <div className="risk-pair">
          <Form.Item name="spend" label={t('risk.spend')} extra={t('risk.cost_hint')}><InputNumber min={0} max={1e11} style={{ width: '100%' }} /></Form.Item>
          <Form.Item name="on" label={t('risk.opened')}><Until label={t('risk.opened')} /></Form.Item>
        </div>
        <Form.Item name="result" label={t('risk.answer')}><Radio.Group options={answers.map((value) => ({ value, label: t(`risk.offer_${value || 'pending'}`) }))} /></Form.Item>
        <Form.Item name="remark" label={t('risk.remark')}><Input.TextArea rows={1} maxLength={500} /></Form.Item>
        <Fault error={save.error} />
        <Button htmlType="submit" type="primary" loading={save.isPending}>{t('risk.save')}</Button>
      </Form>
    </Modal>
  )
}
