import { Button, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { missing, useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Waiting } from '../../ui/kit/Waiting'
import { type Proposals, useAccept, useProposals } from './server'

type Proposal = Proposals['rows'][number]

/** ProposeForm tries goals out of history; they are adjusted here and set together. */
export function ProposeForm({ year, owner, onDone }: { year: number; owner: string; onDone: () => void }) {
  const { t } = useTranslation()
  const [growth, grow] = useState(10)
  const [points, raise] = useState(2)
  const { data, error } = useProposals({ year, owner, growth, points })
  return (
    <Modal open title={t('goal.propose')} onCancel={onDone} footer={null} width={760}>
      <p className="third">{t('goal.propose_how')}</p>
      <div className="goal-trial">
        <InputNumber aria-label={t('goal.growth')} prefix={<span className="third">{t('goal.growth')}</span>} suffix="%" min={-90} max={500} precision={0} value={growth} onChange={(v) => grow(v ?? 0)} />
        <InputNumber aria-label={t('goal.points')} prefix={<span className="third">{t('goal.points')}</span>} suffix="%" min={-50} max={50} precision={0} value={points} onChange={(v) => raise(v ?? 0)} />
      </div>
      <Fault error={error} />
      {!data ? !error && <Waiting rows={6} /> : data.rows.length === 0 ? <Empty>{t(data.silent ? 'goal.propose_silent' : 'goal.propose_none', { count: data.silent })}</Empty>
        : <Adjust key={`${growth} ${points}`} proposals={data} onDone={onDone} />}
    </Modal>
  )
}

function Adjust({ proposals, onDone }: { proposals: Proposals; onDone: () => void }) {
  const { t } = useTranslation()
  const figures = useFigures(proposals.currency)
  const [rows, change] = useState<(Proposal & { out?: boolean })[]>(proposals.rows)
  const accept = useAccept()
  const taken = rows.filter((r) => !r.out)
  const edit = (id: string, to: Partial<Proposal> & { out?: boolean }) => change(rows.map((r) => (r.id === id ? { ...r, ...to } : r)))
  return (
    <>
      <div className="sheet goal-rows goal-proposal" tabIndex={0}>
        <table>
          <thead><tr>
            <th scope="col"><span className="unseen">{t('goal.take')}</span></th><th scope="col">{t('goal.account_name')}</th><th scope="col" className="number wide">{t('goal.sales')} {figures.unit}</th><th scope="col" className="number wide">{t('goal.share')}</th>
            <th scope="col" className="number">{t('goal.amount_in', { currency: proposals.currency })}</th><th scope="col" className="number">{t('goal.share_in')}</th>
          </tr></thead>
          <tbody>
            {rows.map((r) => (
              <tr key={r.id}>
                <td><input type="checkbox" checked={!r.out} aria-label={t('goal.take_of', { name: r.name })} onChange={(e) => edit(r.id, { out: !e.target.checked })} /></td>
                <td className="cut" title={r.name}>{r.name}<small className="third">{t(`goal.value_${r.primary}`)}</small></td>
                <td className="number wide">{figures.sum(r.sales)}</td>
                <td className="number wide">{r.now === null ? missing : figures.share(r.now)}</td>
                <td className="number"><InputNumber size="small" aria-label={`${t('goal.goal_amount')} ${r.name}`} min={0} precision={0} value={r.amount === null ? null : r.amount / 100} onChange={(v) => edit(r.id, { amount: v === null ? null : Math.round(v * 100) })} /></td>
                <td className="number"><InputNumber size="small" aria-label={`${t('goal.goal_share')} ${r.name}`} min={0} max={100} precision={2} value={r.share === null ? null : r.share / 100} onChange={(v) => edit(r.id, { share: v === null ? null : Math.round(v * 100) })} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {(proposals.more > 0 || proposals.silent > 0) && <p className="third">{t('goal.propose_rest', { more: proposals.more, silent: proposals.silent })}</p>}
      <Fault error={accept.error} />
      <Button type="primary" disabled={taken.length === 0} loading={accept.isPending}
        onClick={() => accept.mutate({ year: proposals.year, rows: taken.map((r) => ({ account: r.id, amount: r.amount, share: r.share, version: r.version })) }, { onSuccess: onDone })}>{t('goal.accept', { count: taken.length })}</Button>
    </>
  )
}
