import { DeleteOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Reply, take } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { missing, useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import './duplicates.css'

type Effect = Reply<'/api/account-sources'>['sources'][number]

/** SourcesPanel tells which way of finding customers works, and what each customer cost. */
export default function SourcesPanel() {
  const { t } = useTranslation()
  const { count, share, sum, unit } = useFigures()
  const may = useMay()
  const [open, setOpen] = useState<string>()
  const found = useQuery({ queryKey: ['sources'], queryFn: async () => take(await api.GET('/api/account-sources')) })
  const rows = (found.data?.sources ?? []).filter((one) => one.leads > 0 || one.cost_minor > 0)
  const name = (one: Effect) => t(`account.source_${one.source}`)
  return (
    <Panel title={t('account.sources')} subtitle={t('account.sources_of', { unit })}>
      <Fault error={found.error} />
      {found.isPending && <Waiting rows={3} />}
      {found.data && rows.length === 0 && <Empty>{t('account.sources_none')}</Empty>}
      {rows.length > 0 && (
        <div className="sources" tabIndex={0} role="region" aria-label={t('account.sources')}>
          <table>
            <thead><tr><th scope="col">{t('account.source')}</th><th scope="col">{t('account.leads')}</th><th scope="col">{t('account.won')}</th><th scope="col">{t('account.win_rate')}</th><th scope="col">{t('account.cost_per_customer')}</th></tr></thead>
            <tbody>{rows.map((one) => (
              <tr key={one.source}>
                <th scope="row">{may('account:spend') ? <button type="button" className="link" onClick={() => setOpen(one.source)}>{name(one)}</button> : name(one)}</th>
                <td>{count(one.leads)}</td><td>{count(one.won)}</td><td>{one.rate === undefined ? missing : share(one.rate)}</td>
                <td>{one.cost_per_customer_minor === undefined || one.cost_minor === 0 ? missing : sum(one.cost_per_customer_minor)}</td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      )}
      {open && <Spendings source={open} onClose={() => setOpen(undefined)} />}
    </Panel>
  )
}

/** Spendings are what was paid for one way of finding customers. */
function Spendings({ source, onClose }: { source: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { decimal } = useFigures()
  const queries = useQueryClient()
  const [form] = Form.useForm<{ spent_on: string; amount: number; note?: string }>()
  const path = { params: { path: { source } } }
  const all = useQuery({ queryKey: ['sources', source], queryFn: async () => take(await api.GET('/api/account-sources/{source}/spendings', path)) })
  const settled = () => queries.invalidateQueries({ queryKey: ['sources'] })
  const spend = useMutation({
    mutationFn: async ({ spent_on, amount, note }: { spent_on: string; amount: number; note?: string }) =>
      take(await api.POST('/api/account-sources/{source}/spendings', { ...path, body: { spent_on, amount_minor: Math.round(amount * 100), note: note ?? '' } as never })),
    onSuccess: () => { form.resetFields(); return settled() },
  })
  const drop = useMutation({ mutationFn: async (id: string) => take(await api.DELETE('/api/account-spendings/{id}', { params: { path: { id } } })), onSuccess: settled })
  return (
    <Modal open footer={null} title={t('account.spendings_of', { source: t(`account.source_${source}`) })} onCancel={onClose}>
      <Fault error={all.error ?? spend.error ?? drop.error} />
      {all.data?.length === 0 && <Empty>{t('account.spendings_none')}</Empty>}
      <ul>{all.data?.map((one) => (
        <li key={one.id} className="pair-line">
          <span className="cut">{[one.spent_on, one.note].filter(Boolean).join(' · ')}</span>
          <span>{decimal(one.amount_minor / 100, 2)} <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={t('account.spending_drop')} onClick={() => drop.mutate(one.id)} /></span>
        </li>
      ))}</ul>
      <Form form={form} layout="vertical" onFinish={(values) => spend.mutate(values)}>
        <Form.Item name="spent_on" label={t('account.spent_on')} rules={[{ required: true }]}><Input type="date" /></Form.Item>
        <Form.Item name="amount" label={t('account.spent_amount')} rules={[{ required: true }]}><InputNumber min={0} style={{ width: '100%' }} /></Form.Item>
        <Form.Item name="note" label={t('account.spent_for')}><Input maxLength={60} /></Form.Item>
        <Button type="primary" htmlType="submit" loading={spend.isPending}>{t('account.spend')}</Button>
      </Form>
    </Modal>
  )
}
