import './receivable.css'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { type Claim, type Statement, useStatement } from './server'

/** StatementPanel says of one account which invoices are open, since when, and which money paid the others. */
export default function StatementPanel({ account }: { account: string }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const { data, error, refetch, isPlaceholderData: stale } = useStatement(account)
  const [all, setAll] = useState(false)
  if (!data) return error ? <Fault error={error} onRetry={() => void refetch()} /> : <Waiting rows={5} />
  const claims = all ? data.claims.toReversed() : data.claims.filter((c) => c.left > 0)
  const sheet = () => ({
    columns: ['paper', 'issued', 'due', 'amount', 'paid', 'left', 'state'].map((key) => t(`receivable.${key}`)),
    rows: data.claims.map((c) => [c.number, c.on, c.due ?? '', c.amount / 100, (c.amount - c.left) / 100, c.left / 100, c.state === 'late' ? t('receivable.state_late', { n: c.days }) : t(`receivable.state_${c.state}`, { on: c.closed ?? '' })]),
  })
  return (
    <Panel title={t('receivable.statement')} subtitle={t('receivable.statement_say', { on: data.on })} sheet={sheet} stale={stale}
      extra={<Button size="small" type="text" onClick={() => setAll(!all)}>{t(all ? 'receivable.all_open' : 'receivable.all')}</Button>}>
      <Owed data={data} />
      {claims.length === 0 ? <Empty>{t('receivable.nothing_owed')}</Empty> : (
        <div className="sheet money-claims" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('receivable.paper')}</th>
                <th scope="col" className="wide">{t('receivable.issued')}</th>
                <th scope="col">{t('receivable.due')}</th>
                <th scope="col" className="number wide">{t('receivable.amount')}</th>
                <th scope="col" className="number wide">{t('receivable.paid')}</th>
                <th scope="col" className="number">{t('receivable.left')}</th>
                <th scope="col">{t('receivable.state')}</th>
              </tr>
            </thead>
            <tbody>
              {claims.map((c, i) => (
                <tr key={`${c.id} ${i}`}>
                  <td>{c.number}</td>
                  <td className="wide">{figures.day(c.on)}</td>
                  <td>{figures.day(c.due)}</td>
                  <td className="number wide">{figures.exact(c.amount)}</td>
                  <td className="number wide"><Payments claim={c} /></td>
                  <td className="number"><b>{figures.exact(c.left)}</b></td>
                  <td><State claim={c} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="money-foot"><span className="third">{t('receivable.why_rule')}</span> <Link to={`/accounts/${account}` as never}>{t('receivable.open_account')}</Link></p>
    </Panel>
  )
}

/** Owed is what would be lost if the account failed, part by part. */
function Owed({ data: { exposure: e } }: { data: Statement }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const parts = [['total', e.receivable], ['late', e.late], ['shipped', e.shipped], ['bills', e.bills], ['advance', e.advance]] as const
  return (
    <dl className="money-owed">
      {parts.filter(([key, sum]) => sum !== 0 || key === 'total').map(([key, sum]) => <div key={key}><dt>{t(`receivable.${key}`)}</dt><dd className={key === 'late' ? 'money-over' : undefined}>{figures.exact(sum)}</dd></div>)}
    </dl>
  )
}

/** Payments are what paid a claim: the sum, with the why of each on touch. */
function Payments({ claim }: { claim: Claim }) {
  const { t } = useTranslation()
  const figures = useFigures()
  if (claim.paid.length === 0) return <span className="third">—</span>
  const told = claim.paid.map((p) => `${p.on} ${p.number} ${figures.exact(p.amount)} ${t(`receivable.paid_${p.by}`)}`).join('\n')
  return <span className="money-paid" title={told}>{figures.exact(claim.amount - claim.left)}</span>
}

function State({ claim: { state, days, closed } }: { claim: Claim }) {
  const { t } = useTranslation()
  if (state === 'closed') return <span className="third">{t('receivable.state_closed', { on: closed ?? '' })}</span>
  if (state === 'late') return <StateChip state="blocked">{t('receivable.state_late', { n: days })}</StateChip>
  return <StateChip state={state === 'grace' ? 'ask' : 'info'}>{t(`receivable.state_${state}`)}</StateChip>
}
