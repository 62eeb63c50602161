import './terms.css'
import { Link } from '@tanstack/react-router'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { type Row, type Sheet, useSheet, useWithdraw } from './server'
import { TermsForm } from './TermsForm'
import { useWords } from './words'

/** TermsPanel says when an account pays, and what was agreed with it so far. */
export default function TermsPanel({ account }: { account: string }) {
  const { t } = useTranslation()
  const words = useWords()
  const { data: sheet, error, refetch } = useSheet(account)
  const [agreeing, agree] = useState(false)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!sheet) return <Panel title={t('terms.terms')}><Waiting rows={2} /></Panel>
  return (
    <Panel title={t('terms.terms')} extra={sheet.may && <Button size="small" onClick={() => agree(true)}>{t('terms.agree')}</Button>}>
      <p className="terms-now"><b>{words.terms(sheet.now)}</b> {sheet.rows.every((r) => r.contract || r.since > sheet.today) && <PlainChip outlined>{t('terms.usual')}</PlainChip>}</p>
      <p className="terms-sentence">{words.sentence(sheet.next)}</p>
      {sheet.rows.length === 0 ? <p className="third terms-none">{t('terms.none')}</p> : <History account={account} sheet={sheet} />}
      <Link className="terms-link" to={'/money/days' as never}>{t('terms.calendar')}</Link>
      {agreeing && <TermsForm account={account} sheet={sheet} onDone={() => agree(false)} />}
    </Panel>
  )
}

function History({ account, sheet }: { account: string; sheet: Sheet }) {
  const { t } = useTranslation()
  const words = useWords()
  const withdraw = useWithdraw(account)
  return (
    <div className="terms-scroll" tabIndex={0} role="group" aria-label={t('terms.history')}>
      <Fault error={withdraw.error} />
      <table className="terms-rows">
        <thead><tr><th scope="col">{t('terms.since')}</th><th scope="col">{t('terms.terms')}</th><th scope="col">{t('terms.contract')}</th><th scope="col">{t('terms.state')}</th></tr></thead>
        <tbody>{sheet.rows.map((r) => (
          <tr key={r.id}>
            <td>{r.since}</td>
            <td className="terms-says">{words.terms(r.agreed)}{(r.basis || r.ours) && <small className="third">{[r.basis, r.ours].filter(Boolean).join(' · ')}</small>}</td>
            <td className="terms-says">{r.contract || t('terms.every_contract')}</td>
            <td><State row={r} sheet={sheet} />{sheet.may && r.since > sheet.today && (
              <Popconfirm title={t('terms.withdraw_sure')} okText={t('terms.withdraw')} cancelText={t('terms.cancel')} onConfirm={() => withdraw.mutate(r)}>
                <Button size="small" type="link" aria-label={`${t('terms.withdraw')} ${r.since}`}>{t('terms.withdraw')}</Button>
              </Popconfirm>
            )}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  )
}

function State({ row, sheet: { rows, today } }: { row: Row; sheet: Sheet }) {
  const { t } = useTranslation()
  if (row.since > today) return <StateChip state="info">{t('terms.coming')}</StateChip>
  const current = rows.find((r) => r.contract === row.contract && r.since <= today)
  return current?.id === row.id ? <StateChip state="ok">{t('terms.in_force')}</StateChip> : <PlainChip outlined>{t('terms.past')}</PlainChip>
}
