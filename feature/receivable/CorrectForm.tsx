import { Button, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Waiting } from '../../ui/kit/Waiting'
import { type Paper, type Proposal, useCorrect, useProposal } from './book'

/** CorrectForm says what a paper pays, beginning with what is proposed. */
export function CorrectForm({ account, paper, onDone }: { account: string; paper: Paper; onDone: () => void }) {
  const { t } = useTranslation()
  const { data, error } = useProposal(account, paper.id)
  return (
    <Modal open title={t('receivable.correct')} width={600} onCancel={onDone} footer={null}>
      <Fault error={error} />
      {data ? <Shares account={account} proposal={data} onDone={onDone} /> : !error && <Waiting rows={4} />}
    </Modal>
  )
}

function Shares({ account, proposal: { from, rows, by_hand }, onDone }: { account: string; proposal: Proposal; onDone: () => void }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const [amounts, set] = useState(rows.map((r) => r.amount))
  const correct = useCorrect(account, from.id)
  const rest = from.amount - amounts.reduce((sum, amount) => sum + amount, 0)
  const shares = rows.map((r, i) => ({ to: r.to, amount: amounts[i] ?? 0 })).filter(({ amount }) => amount > 0)
  return (
    <div className="book-form">
      <p>{t('receivable.correct_say', { number: from.number, amount: figures.exact(from.amount) })}</p>
      {rows.length === 0 ? <Empty>{t('receivable.nothing_owed')}</Empty> : <div className="sheet money-claims" tabIndex={0}>
        <table>
          <thead><tr><th scope="col">{t('receivable.paper')}</th><th scope="col" className="wide">{t('receivable.due')}</th><th scope="col" className="number">{t('receivable.correct_left')}</th><th scope="col">{t('receivable.correct_pay')}</th></tr></thead>
          <tbody>
            {rows.map((r, i) => (
              <tr key={r.to}>
                <td>{r.number} <small className="third">{r.why !== 'none' && t(`receivable.why_${r.why}`)}</small></td>
                <td className="wide">{figures.day(r.due)}</td>
                <td className="number">{figures.exact(r.left)}</td>
                <td><InputNumber aria-label={`${t('receivable.correct_pay')} ${r.number}`} min={0} max={r.left / 100} precision={2} value={(amounts[i] ?? 0) / 100} onChange={(yuan) => set(amounts.with(i, Math.round((yuan ?? 0) * 100)))} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>}
      {rest !== 0 && <p className={rest < 0 ? 'money-over' : 'third'} role="status">{t(rest < 0 ? 'receivable.correct_over' : 'receivable.correct_rest', { amount: figures.exact(Math.abs(rest)) })}</p>}
      <Fault error={correct.error} />
      <div className="book-bar book-end">
        {by_hand && <Button loading={correct.isPending} onClick={() => correct.mutate([], { onSuccess: onDone })}>{t('receivable.correct_undo')}</Button>}
        <Button onClick={onDone}>{t('receivable.cancel')}</Button>
        <Button type="primary" disabled={rest < 0 || shares.length === 0} loading={correct.isPending} onClick={() => correct.mutate(shares, { onSuccess: onDone })}>{t('receivable.save')}</Button>
      </div>
    </div>
  )
}
