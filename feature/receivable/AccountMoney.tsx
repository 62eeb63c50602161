import './receivable.css'
import './book.css'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { BookForm } from './BookForm'
import { type Paper, paying } from './book'
import { CorrectForm } from './CorrectForm'
import { ExtractView } from './ExtractView'
import { ReverseForm } from './ReverseForm'
import { type Statement, useStatement } from './server'

type Doing = { what: 'book' | 'extract' } | { what: 'correct' | 'reverse'; paper: Paper }

/** AccountMoney is what came in from an account, what it pays and why, and what finance does about it. */
export default function AccountMoney({ account }: { account: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const { data, error, refetch, isPlaceholderData: stale } = useStatement(account)
  const [doing, set] = useState<Doing>()
  if (!data) return error ? <Fault error={error} onRetry={() => void refetch()} /> : <Waiting rows={5} />
  const writes = may('receivable:write'), done = () => set(undefined)
  const papers = data.documents.filter((d) => writes || paying.has(d.kind)).toReversed()
  return (
    <Panel title={t('receivable.receipts')} subtitle={t('receivable.receipts_say')} stale={stale}
      extra={<span className="book-bar">
        <Button size="small" onClick={() => set({ what: 'extract' })}>{t('receivable.extract')}</Button>
        {writes && <Button size="small" type="primary" onClick={() => set({ what: 'book' })}>{t('receivable.book')}</Button>}
      </span>}>
      {papers.length === 0 ? <Empty>{t('receivable.no_receipts')}</Empty> : <Papers papers={papers} data={data} onDo={writes ? set : undefined} />}
      {doing?.what === 'book' && <BookForm account={account} data={data} onDone={done} />}
      {doing?.what === 'extract' && <ExtractView account={account} onDone={done} />}
      {doing?.what === 'correct' && <CorrectForm account={account} paper={doing.paper} onDone={done} />}
      {doing?.what === 'reverse' && <ReverseForm account={account} paper={doing.paper} onDone={done} />}
    </Panel>
  )
}

function Papers({ papers, data, onDo }: { papers: Paper[]; data: Statement; onDo?: (doing: Doing) => void }) {
  const { t } = useTranslation()
  const figures = useFigures()
  return (
    <div className="sheet money-claims" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('receivable.line_on')}</th>
            <th scope="col">{t('receivable.line_kind')}</th>
            <th scope="col" className="number">{t('receivable.amount')}</th>
            <th scope="col">{t('receivable.pays')}</th>
            {onDo && <th scope="col"><span className="book-hidden">{t('receivable.paper_action')}</span></th>}
          </tr>
        </thead>
        <tbody>
          {papers.map((p) => (
            <tr key={p.id}>
              <td>{p.on}</td>
              <td>{t(`receivable.kind_${p.kind}`)}<small className="third book-under">{[p.number, p.party, p.matures && `${t('receivable.form_matures')} ${p.matures}`].filter(Boolean).join(' · ')}</small></td>
              <td className="number">{figures.exact(p.amount)}</td>
              <td><Pays paper={p} data={data} /></td>
              {onDo && <td className="book-acts">
                {paying.has(p.kind) && <Button size="small" type="link" onClick={() => onDo({ what: 'correct', paper: p })}>{t('receivable.correct')}</Button>}
                {!p.batch && <Button size="small" type="link" onClick={() => onDo({ what: 'reverse', paper: p })}>{t('receivable.reverse')}</Button>}
              </td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Pays are the invoices that a paper pays, each with the why, and what is left of it. */
function Pays({ paper, data }: { paper: Paper; data: Statement }) {
  const { t } = useTranslation()
  const figures = useFigures()
  if (!paying.has(paper.kind) || paper.on > data.on) return null
  const parts = data.claims.flatMap((c) => c.paid.filter((p) => p.from === paper.id).map((p) => ({ ...p, to: c.number, due: c.due })))
  const free = paper.amount - parts.reduce((sum, p) => sum + p.amount, 0)
  if (parts.length === 0) return <span className="third">{t('receivable.pays_none')}</span>
  return (
    <ul className="book-parts">
      {parts.map((p, i) => <li key={i}>{p.to} {figures.exact(p.amount)} <small className="third">{t(`receivable.paid_${p.by}`)}</small></li>)}
      {free > 0 && <li>{t('receivable.free')} {figures.exact(free)}</li>}
    </ul>
  )
}
