import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Reply, take, versioned } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { useMay } from '../../ui/me'

type Kind = 'demand' | 'potential' | 'influence'
type Estimate = Reply<'/api/accounts/{account}/estimates/{kind}'>

interface Of {
  card: { id: string; name: string; currency: string }
}

/** Judge lets those who may say what an account could buy, and from what they know it. */
export function Judge({ card }: Of) {
  const { t } = useTranslation()
  const may = useMay()
  const [open, setOpen] = useState(false)
  const [kind, setKind] = useState<Kind>('demand')
  if (!may('portfolio:estimate')) return null
  return (
    <>
      <Button size="small" type="primary" onClick={() => setOpen(true)}>{t('portfolio.judge')}</Button>
      {open && (
        <Modal open title={t('portfolio.judge_of', { name: card.name })} onCancel={() => setOpen(false)} footer={null} width={440}>
          <Segmented<Kind> block value={kind} onChange={setKind} aria-label={t('portfolio.judge')}
            options={[{ value: 'demand', label: t('portfolio.demand') }, { value: 'potential', label: t('portfolio.potential_buy') }, { value: 'influence', label: t('portfolio.influence') }]} />
          <Sheet key={kind} kind={kind} card={card} onDone={() => setOpen(false)} />
        </Modal>
      )}
    </>
  )
}

function Sheet({ kind, card, onDone }: Of & { kind: Kind; onDone: () => void }) {
  const path = { account: card.id, kind }
  const now = useQuery({
    queryKey: ['portfolio', 'estimate', card.id, kind],
    queryFn: async () => versioned(await api.GET('/api/accounts/{account}/estimates/{kind}', { params: { path } })),
  })
  if (now.error) return <Fault error={now.error} />
  return now.data ? <Fields now={now.data} card={card} onDone={onDone} /> : null
}

function Fields({ now, card, onDone }: Of & { now: Estimate & { etag: string }; onDone: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const scored = now.kind === 'influence'
  const scale = scored ? 1 : 100 // people write whole units of the currency, the ledger counts minor ones
  const save = useMutation({
    mutationFn: async ({ value, evidence }: { value: number; evidence: string }) =>
      take(await api.PUT('/api/accounts/{account}/estimates/{kind}', {
        params: { path: { account: card.id, kind: now.kind }, header: { 'If-Match': now.etag } },
        body: { value: Math.round(value * scale), evidence, expires: '' },
      })),
    onSuccess: async () => {
      onDone()
      await queries.invalidateQueries({ queryKey: ['portfolio'] })
    },
  })
  return (
    <Form layout="vertical" className="judge" initialValues={{ value: now.version ? now.value / scale : undefined, evidence: now.version ? now.evidence : '' }} onFinish={save.mutate}>
      {now.version > 0 && <p className="third">{t('portfolio.judged_before', { author: now.by, date: now.on, expires: now.expires })}</p>}
      <Form.Item name="value" label={scored ? t('portfolio.influence_scale') : t('portfolio.a_year_in', { currency: card.currency })} rules={[{ required: true, message: t('portfolio.needs_value') }]}>
        <InputNumber min={scored ? 1 : 0} max={scored ? 5 : undefined} precision={0} className="full" />
      </Form.Item>
      <Form.Item name="evidence" label={t('portfolio.evidence')} extra={t('portfolio.evidence_hint')} rules={[{ required: true, min: 5, message: t('portfolio.needs_evidence') }]}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <Fault error={save.error} />
      <Button htmlType="submit" type="primary" loading={save.isPending}>{t('portfolio.save_judgement')}</Button>
    </Form>
  )
}
