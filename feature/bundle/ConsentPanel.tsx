import './bundle.css'
import { Button, Form, Input, Modal, Popconfirm, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shift, today } from '../../ui/day'
import { Fault } from '../../ui/Fault'
import { Day } from '../../ui/kit/Day'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { type Partner, useConsent, useConsents, useShelf, useWithdraw } from './server'

/** ConsentPanel is of which partners a customer agreed that they are told of it. */
export default function ConsentPanel({ account }: { account: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const shelf = useShelf()
  const { data, error, refetch } = useConsents(account)
  const [asking, ask] = useState(false)
  const withdraw = useWithdraw(account)
  const all = shelf.data?.partners ?? []
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data || !shelf.data) return <Waiting rows={2} />
  if (all.length === 0 && data.length === 0) return null
  return (
    <Panel title={t('bundle.consents')} extra={may('consent:write') && all.length > 0 && <Button size="small" onClick={() => ask(true)}>{t('bundle.consent')}</Button>}>
      <Fault error={withdraw.error} />
      {data.length === 0 && <p className="third bundle-none">{t('bundle.no_consents')}</p>}
      <ul className="bundle-consents">{data.map((c) => (
        <li key={c.id}>
          <b>{all.find((p) => p.id === c.partner)?.name}</b> <span className="third">{c.given} – {c.withdrawn || c.until} · {c.proof}</span>
          {c.withdrawn ? <span className="third"> {t('bundle.withdrawn')}</span>
            : may('consent:write') && <Popconfirm title={t('bundle.withdraw_sure')} okText={t('bundle.withdraw')} cancelText={t('bundle.cancel')} onConfirm={() => withdraw.mutate(c)}><Button size="small" type="link">{t('bundle.withdraw')}</Button></Popconfirm>}
        </li>
      ))}</ul>
      {asking && <ConsentForm account={account} partners={all} onDone={() => ask(false)} />}
    </Panel>
  )
}

function ConsentForm({ account, partners, onDone }: { account: string; partners: Partner[]; onDone: () => void }) {
  const { t } = useTranslation()
  const [given, setGiven] = useState(today())
  const [until, setUntil] = useState(shift(today(), 365))
  const consent = useConsent(account)
  return (
    <Modal open title={t('bundle.consent')} onCancel={onDone} footer={null} width={440}>
      <Form layout="vertical" requiredMark={false} onFinish={(v: { partner: string; proof: string }) => consent.mutate({ ...v, given, until }, { onSuccess: onDone })}>
        <Form.Item name="partner" label={t('bundle.partner')} rules={[{ required: true, message: t('bundle.say_partner') }]}><Select options={partners.map((p) => ({ value: p.id, label: p.name }))} /></Form.Item>
        <div className="bundle-days"><Day label={t('bundle.given')} value={given} onChange={setGiven} last={today()} /><Day label={t('bundle.until')} value={until} onChange={setUntil} first={given} /></div>
        <Form.Item name="proof" label={t('bundle.proof')} rules={[{ required: true, min: 2, message: t('bundle.no_proof') }]}><Input maxLength={200} placeholder={t('bundle.proof_hint')} /></Form.Item>
        <Fault error={consent.error} />
        <Button type="primary" htmlType="submit" loading={consent.isPending}>{t('bundle.save')}</Button>
      </Form>
    </Modal>
  )
}
