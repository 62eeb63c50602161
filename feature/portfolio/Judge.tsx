import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Reply, take, versioned } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { useMay } from '../../ui/me'
import { groups, type Kind, scaleOf, useKindName } from './kinds'

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
  const name = useKindName()
  if (!may('portfolio:estimate')) return null
  return (
    <>
      <Button size="small" type="primary" onClick={() => setOpen(true)}>{t('portfolio.judge')}</Button>
      {open && (
        <Modal open title={t('portfolio.judge_of', { name: card.name })} onCancel={() => setOpen(false)} footer={null} width={440}>
          <Select<Kind> className="full" value={kind} onChange={setKind} aria-label={t('portfolio.what_judged')}
            options={groups.map((g) => ({ label: t(g.key), options: g.kinds.map((value) => ({ value, label: name(value) })) }))} />
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

const qualities = ['evidenced', 'told', 'derived'] as const

/** scaleName says how far a scale goes, and in what. */
const scaleName = (kind: Kind, { min, max }: { min: number; max: number }, t: (key: string, args?: Record<string, unknown>) => string) =>
  kind === 'satisfaction' ? t('portfolio.percent_scale') : kind.startsWith('entry_') ? t('portfolio.index_scale', { min, max }) : t('portfolio.rating_scale')

function Fields({ now, card, onDone }: Of & { now: Estimate & { etag: string }; onDone: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const range = scaleOf(now.kind)
  const scale = range ? 1 : 100 // people write whole units of the currency, the ledger counts minor ones
  const save = useMutation({
    mutationFn: async ({ value, evidence, quality }: { value: number; evidence: string; quality?: Estimate['quality'] }) =>
      take(await api.PUT('/api/accounts/{account}/estimates/{kind}', {
        params: { path: { account: card.id, kind: now.kind }, header: { 'If-Match': now.etag } },
        body: { value: Math.round(value * scale), evidence, quality, expires: '' },
      })),
    onSuccess: async () => {
      onDone()
      await queries.invalidateQueries({ queryKey: ['portfolio'] })
    },
  })
  return (
    <Form layout="vertical" className="judge" initialValues={{ value: now.version ? now.value / scale : undefined, evidence: now.version ? now.evidence : '', quality: now.quality }} onFinish={save.mutate}>
      {now.version > 0 && <p className="third">{t('portfolio.judged_before', { author: now.by, date: now.on, expires: now.expires })}</p>}
      <Form.Item name="value" label={!range ? t('portfolio.a_year_in', { currency: card.currency }) : scaleName(now.kind, range, t)} rules={[{ required: true, message: t('portfolio.needs_value') }]}>
        <InputNumber min={range?.min ?? 0} max={range?.max} precision={0} className="full" />
      </Form.Item>
      <Form.Item name="evidence" label={t('portfolio.evidence')} extra={t('portfolio.evidence_hint')} rules={[{ required: true, min: 5, message: t('portfolio.needs_evidence') }]}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      {now.kind === 'demand' && (
        <Form.Item name="quality" label={t('portfolio.quality')}>
          <Select options={qualities.map((value) => ({ value, label: t(`portfolio.quality_${value}`) }))} allowClear placeholder={t('portfolio.quality_unsaid')} />
        </Form.Item>
      )}
      <Fault error={save.error} />
      <Button htmlType="submit" type="primary" loading={save.isPending}>{t('portfolio.save_judgement')}</Button>
    </Form>
  )
}
