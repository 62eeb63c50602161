import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Figures, useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { type Ageing, type By, type Row, useChoices, ways } from './server'

const many = 12

/** AgeingPanel lists who owes what by days after due, the latest first; the darker a cell, the more is late there. */
export function AgeingPanel({ ageing, stale, chosen }: { ageing: Ageing; stale: boolean; chosen?: string }) {
  const { t } = useTranslation()
  const figures = useFigures(ageing.currency)
  const [{ by, rows }, set] = useChoices()
  const heat = shade(ageing.rows)
  const called = (r: Row) => r.name || t(ageing.by === 'group' && !r.account ? 'receivable.unseen' : 'receivable.nobody')
  const line = (name: string, r: Pick<Row, 'ages' | 'total' | 'late'>) => [name, ...r.ages.map((a) => a / 100), r.total / 100, r.total > 0 ? figures.share(r.late / r.total) : '']
  const sheet = () => ({
    columns: [t(`receivable.col_${ageing.by}`), ...ageing.ages.map((_, i) => t(`receivable.bucket_${i}`)), t('receivable.total'), t('receivable.share')],
    rows: [...ageing.rows.map((r) => line(called(r), r)), ...(ageing.rest.accounts ? [line(t('receivable.rest', { n: ageing.rest.accounts }), ageing.rest)] : []), line(t('receivable.sum'), ageing)],
  })
  return (
    <Panel title={t('receivable.ageing')} subtitle={t('receivable.ageing_say', { unit: figures.unit })} sheet={sheet} stale={stale}
      extra={<Select<By> size="small" aria-label={t('receivable.by')} value={by as By} onChange={(by) => set({ by, account: '' })} popupMatchSelectWidth={false}
        options={ways.map((value) => ({ value, label: t(`receivable.by_${value}`) }))} />}>
      <div className="sheet money-ages" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t(`receivable.col_${ageing.by}`)}</th>
              {ageing.ages.map((_, i) => <th key={i} scope="col" className="number">{t(`receivable.short_${i}`)}</th>)}
              <th scope="col" className="number">{t('receivable.total')}</th>
              <th scope="col" className="number">{t('receivable.share')}</th>
            </tr>
          </thead>
          <tbody>
            {ageing.rows.map((r, i) => (
              <tr key={r.account ?? `${i} ${r.name}`} className={r.account === chosen && ageing.by === 'account' ? 'open' : undefined}>
                <th scope="row" title={called(r)}>
                  {ageing.by === 'account' && r.account ? <button type="button" className="link" aria-label={t('receivable.pick', { name: called(r) })} onClick={() => set({ account: r.account })}>{called(r)}</button> : called(r)}
                </th>
                <Cells row={r} figures={figures} heat={heat} />
              </tr>
            ))}
            {ageing.rest.accounts > 0 && (
              <tr>
                <th scope="row" className="third">{t('receivable.rest', { n: ageing.rest.accounts })}</th>
                <Cells row={ageing.rest} figures={figures} />
              </tr>
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('receivable.sum')}</th>
              {ageing.ages.map((a, i) => <td key={i} className="number"><b>{figures.sum(a)}</b><small>{ageing.total > 0 ? figures.share(a / ageing.total) : ''}</small></td>)}
              <td className="number"><b>{figures.sum(ageing.total)}</b></td>
              <td className="number"><b>{ageing.total > 0 ? figures.share(ageing.late / ageing.total) : ''}</b></td>
            </tr>
          </tfoot>
        </table>
      </div>
      {ageing.rest.accounts > 0 ? <Button block size="small" type="text" onClick={() => set({ rows: '200' })}>{t('receivable.more')}</Button>
        : Number(rows) > many && ageing.rows.length > many && <Button block size="small" type="text" onClick={() => set({ rows: '' })}>{t('receivable.fewer')}</Button>}
    </Panel>
  )
}

/** Cells are the amounts of a row; what is late is tinted. */
function Cells({ row, figures, heat }: { row: Pick<Row, 'ages' | 'total' | 'late'>; figures: Figures; heat?: (amount: number) => number }) {
  return (
    <>
      {row.ages.map((a, i) => {
        const step = i > 0 && a > 0 && heat ? heat(a) : 0
        return <td key={i} className={`number${step ? ` money-heat money-heat-${step}` : a === 0 ? ' third' : ''}`}><span>{figures.sum(a)}</span></td>
      })}
      <td className="number"><b>{figures.sum(row.total)}</b></td>
      <td className="number">{row.total > 0 ? figures.share(row.late / row.total, 0) : ''}</td>
    </>
  )
}

// Steps 1 to 5 by the root of the share of the largest cell: one giant does not leave the others pale.
function shade(rows: Row[]) {
  const most = Math.max(1, ...rows.flatMap((r) => r.ages.slice(1)))
  return (amount: number) => Math.max(1, Math.ceil(Math.sqrt(amount / most) * 5))
}
