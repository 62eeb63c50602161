import './collection.css'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { DisputeForm } from './DisputeForm'
import { PromiseForm } from './PromiseForm'
import { type Dispute, type Promised, type Sheet, useSheet, useWithdraw } from './server'
import { SettleForm } from './SettleForm'

/** SaidPanel is what a customer will not pay and why, and what he has promised. */
export default function SaidPanel({ account }: { account: string }) {
  const { t } = useTranslation()
  const { data: sheet, error, refetch } = useSheet(account)
  const [form, open] = useState<'dispute' | 'promise'>()
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!sheet) return <Panel title={t('collection.disputes_promises')}><Waiting rows={3} /></Panel>
  const judged = sheet.kept + sheet.broken
  return (
    <Panel title={t('collection.disputes_promises')} subtitle={judged > 0 ? t('collection.kept_of', { months: sheet.months, all: judged, kept: sheet.kept }) : undefined} extra={sheet.may.write && <span className="collection-bar">
      <Button size="small" disabled={sheet.debts.length === 0} onClick={() => open('dispute')}>{t('collection.new_dispute')}</Button>
      <Button size="small" onClick={() => open('promise')}>{t('collection.new_promise')}</Button>
    </span>}>
      <Said account={account} sheet={sheet} />
      {form === 'dispute' && <DisputeForm account={account} sheet={sheet} onDone={() => open(undefined)} />}
      {form === 'promise' && <PromiseForm account={account} sheet={sheet} onDone={() => open(undefined)} />}
    </Panel>
  )
}

function Said({ account, sheet }: { account: string; sheet: Sheet }) {
  const { t } = useTranslation()
  const { exact } = useFigures(sheet.currency)
  const [settling, settle] = useState<Dispute>()
  if (sheet.disputes.length + sheet.promises.length === 0) return <p className="third collection-none">{t('collection.no_said')}</p>
  const open = sheet.disputes.filter((d) => d.state === 'open'), past = sheet.disputes.filter((d) => d.state !== 'open')
  return (
    <>
      {sheet.disputed > 0 && <p className="collection-note">{t('collection.disputed_of', { amount: exact(sheet.disputed), asked: t('collection.not_asked') })}</p>}
      <dl className="collection-said">
        {[...open, ...past].slice(0, 6).map((d) => (
          <div key={d.id}>
            <dt><StateChip state={d.state === 'open' ? 'ask' : 'info'}>{t('collection.dispute')}</StateChip></dt>
            <dd>
              <b>{d.says}</b> {exact(d.amount)}
              <small className="third">{[d.number, t(`collection.reason_${d.reason}`), d.who, d.on, d.state === 'open' ? d.due : `${t(`collection.dispute_${d.state}`)} ${d.result}`].filter(Boolean).join(' · ')}</small>
            </dd>
            <dd>{d.state === 'open' && sheet.may.write && <Button size="small" type="link" aria-label={`${t('collection.settle')} ${d.says}`} onClick={() => settle(d)}>{t('collection.settle')}</Button>}</dd>
          </div>
        ))}
        {sheet.promises.slice(0, 8).map((p) => <PromiseLine key={p.id} account={account} promised={p} sheet={sheet} />)}
      </dl>
      {settling && <SettleForm account={account} dispute={settling} onDone={() => settle(undefined)} />}
    </>
  )
}

function PromiseLine({ account, promised: p, sheet }: { account: string; promised: Promised; sheet: Sheet }) {
  const { t } = useTranslation()
  const { exact } = useFigures(sheet.currency)
  const withdraw = useWithdraw(account)
  const state = { pending: 'info', kept: 'ok', broken: 'blocked', withdrawn: 'info' } as const
  return (
    <div className={p.state === 'withdrawn' ? 'collection-gone' : undefined}>
      <dt><StateChip state={state[p.state]}>{t(`collection.promise_${p.state}`)}</StateChip></dt>
      <dd>
        <b>{t('collection.promise_line', { due: p.due, amount: exact(p.amount) })}</b>{p.got > 0 && p.state !== 'kept' && <> {t('collection.got_part', { amount: exact(p.got) })}</>}
        <small className="third">{[p.number, t('collection.who_said', { who: p.who, on: p.on }), p.says, p.ours].filter(Boolean).join(' · ')}</small>
        <Fault error={withdraw.error} />
      </dd>
      <dd>{p.state === 'pending' && sheet.may.write && (
        <Popconfirm title={t('collection.withdraw_sure')} okText={t('collection.withdraw')} cancelText={t('collection.cancel')} onConfirm={() => withdraw.mutate(p)}>
          <Button size="small" type="link" aria-label={`${t('collection.withdraw')} ${p.due}`}>{t('collection.withdraw')}</Button>
        </Popconfirm>
      )}</dd>
    </div>
  )
}
