import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shift, today } from '../../ui/day'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Day } from '../../ui/kit/Day'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { useExtract } from './book'

/** ExtractView is a statement of account as it is printed or taken away. */
export function ExtractView({ account, onDone }: { account: string; onDone: () => void }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const may = useMay()
  const [from, since] = useState(shift(today(), -91))
  const [until, to] = useState(today())
  const { data, error } = useExtract(account, from, until)
  const sum = (n: number) => (n === 0 ? '' : figures.exact(n))
  return (
    <Modal open width={820} title={t('receivable.extract')} onCancel={onDone} footer={<span className="book-bar book-end">
      {may('receivable:export') && <Button href={`/api/accounts/${account}/receivables/statement/export?from=${from}&until=${until}`}>XLSX</Button>}
      <Button type="primary" disabled={!data} onClick={() => window.print()}>{t('receivable.extract_print')}</Button>
    </span>}>
      <div className="book-bar"><Day label={t('receivable.extract_from')} value={from} last={until} onChange={since} /><Day label={t('receivable.extract_until')} value={until} first={from} onChange={to} /></div>
      <Fault error={error} />
      {!data ? !error && <Waiting rows={6} /> : (
        <article className="book-extract">
          <h2>{t('receivable.extract')}</h2>
          <p>{data.name}<br />{t('receivable.extract_days', { from: data.from, until: data.until })} · {data.currency}</p>
          <table>
            <thead><tr>{['on', 'kind', 'number'].map((key) => <th scope="col" key={key}>{t(`receivable.line_${key}`)}</th>)}{['debit', 'credit', 'balance'].map((key) => <th scope="col" className="number" key={key}>{t(`receivable.line_${key}`)}</th>)}</tr></thead>
            <tbody>
              <tr><td>{data.from}</td><td colSpan={4}>{t('receivable.line_before')}</td><td className="number">{figures.exact(data.before)}</td></tr>
              {data.lines.map((l, i) => <tr key={i}><td>{l.on}</td><td>{t(`receivable.kind_${l.kind}`)}</td><td>{l.number || l.reference}</td><td className="number">{sum(l.debit)}</td><td className="number">{sum(l.credit)}</td><td className="number">{figures.exact(l.balance)}</td></tr>)}
              <tr><td>{data.until}</td><td colSpan={2}>{t('receivable.line_after')}</td><td className="number">{figures.exact(data.debit)}</td><td className="number">{figures.exact(data.credit)}</td><td className="number"><b>{figures.exact(data.after)}</b></td></tr>
            </tbody>
          </table>
          {data.company && <p className="book-sign">{data.company}<br />{data.until}</p>}
        </article>
      )}
    </Modal>
  )
}
