import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { usePeople } from '../../ui/people'
import { type Sheet, useShare } from './server'

/** SharesPanel is who shares a deal; the parts make a whole. */
export function SharesPanel({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const { sum, unit } = useFigures()
  const [changing, change] = useState(false)
  const button = sheet.may && (sheet.deal.state === 'open' || sheet.deal.state === 'nurture') && <Button size="small" onClick={() => change(true)}>{t(sheet.splits.length ? 'opportunity.change' : 'opportunity.share')}</Button>
  return (
    <Panel title={t('opportunity.shares')} extra={sheet.splits.length > 0 && button}>
      {sheet.splits.length === 0 ? <Empty action={button}>{t('opportunity.no_shares', { name: sheet.deal.owner_name || '—' })}</Empty> : (
        <ul className="opportunity-shares">
          {sheet.splits.map((s) => <li key={s.user}><b>{s.name}</b><span className="bar"><i style={{ width: `${s.percent}%` }} /></span><span className="number">{s.percent}%</span><span className="number">{sum(s.amount_minor)} {unit}</span></li>)}
        </ul>
      )}
      {changing && <ShareForm sheet={sheet} onDone={() => change(false)} />}
    </Panel>
  )
}

function ShareForm({ sheet: { deal, splits }, onDone }: { sheet: Sheet; onDone: () => void }) {
  const { t } = useTranslation()
  const { options } = usePeople()
  const [rows, set] = useState(() => (splits.length ? splits.map(({ user, percent }) => ({ user, percent })) : [{ user: deal.owner ?? '', percent: 100 }]))
  const share = useShare(deal)
  const total = rows.reduce((all, r) => all + r.percent, 0)
  const change = (at: number, some: Partial<(typeof rows)[number]>) => set(rows.map((r, i) => (i === at ? { ...r, ...some } : r)))
  return (
    <Modal open title={t('opportunity.shares')} onCancel={onDone} okText={t('opportunity.save')} cancelText={t('opportunity.cancel')} confirmLoading={share.isPending} okButtonProps={{ disabled: rows.length > 0 && (total !== 100 || rows.some((r) => !r.user)) }}
      onOk={() => share.mutate(rows, { onSuccess: onDone })}>
      <div className="opportunity-form">
        {rows.map((r, i) => (
          <div key={i} className="opportunity-part">
            <Select value={r.user || undefined} aria-label={`${t('opportunity.owner')} ${i + 1}`} showSearch={{ optionFilterProp: 'label' }} options={options} onChange={(user) => change(i, { user })} />
            <InputNumber min={1} max={100} precision={0} suffix="%" aria-label={`% ${i + 1}`} value={r.percent} onChange={(n) => change(i, { percent: Number(n ?? 0) })} />
            <Button type="text" icon={<DeleteOutlined />} aria-label={t('opportunity.drop_line', { number: i + 1 })} onClick={() => set(rows.filter((_, at) => at !== i))} />
          </div>
        ))}
        <Button icon={<PlusOutlined />} onClick={() => set([...rows, { user: '', percent: Math.max(1, 100 - total) }])}>{t('opportunity.add_person')}</Button>
        <p className={total === 100 || rows.length === 0 ? 'third' : 'opportunity-late'}>{t('opportunity.sum_is', { sum: total })}</p>
        <Fault error={share.error} />
      </div>
    </Modal>
  )
}
