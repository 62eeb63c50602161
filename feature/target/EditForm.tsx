import { Button, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { named } from './BoardPanel'
import { respread, sum, twelve } from './months'
import { type Board, type Row, useSet } from './server'

/** EditForm sets the twelve months of a target. If somebody else was faster, both stand side by side. */
export function EditForm({ board, row, onDone }: { board: Pick<Board, 'year' | 'measure' | 'currency' | 'calendar'>; row: Row; onDone: () => void }) {
  const { t } = useTranslation()
  const figures = useFigures(board.currency)
  const [base, rebase] = useState(row)
  const [months, change] = useState(row.target)
  const set = useSet()
  const lost = row.version !== base.version
  const total = (v: number | null) => change(respread(sum(months) ? months : row.before.map((b) => Math.max(0, b)), Math.round((v ?? 0) * 100)))
  const save = () => set.mutate({ year: board.year, measure: board.measure, rows: [{ kind: row.kind, user: row.user ?? '', line: row.line ?? '', months, version: row.version }] }, { onSuccess: onDone })
  const theirs = () => {
    change(row.target)
    rebase(row)
    set.reset()
  }
  return (
    <Modal open title={t('target.edit_of', { name: named(row, t), year: board.year })} onCancel={onDone} footer={null} width={520}>
      <InputNumber className="target-total" aria-label={t('target.wanted')} prefix={<span className="third">{t('target.year_in', { currency: board.currency })}</span>} min={0} precision={0} value={sum(months) / 100} onChange={total} />
      <div className="target-months">
        {twelve.map((i) => (
          <label key={i}>
            <span className="third">{t('target.short_month', { month: i + 1 })} <small>{board.calendar.months[i]?.to.slice(5)}</small></span>
            <InputNumber size="small" aria-label={t('target.month_of', { month: i + 1 })} min={0} precision={0} value={(months[i] ?? 0) / 100} onChange={(v) => change(months.map((old, k) => (k === i ? Math.round((v ?? 0) * 100) : old)))} />
            {lost && <small className={row.target[i] === months[i] ? 'third' : 'soon'}>{t('target.theirs', { sum: figures.exact(row.target[i]) })}</small>}
          </label>
        ))}
      </div>
      {lost ? <p className="soon">{t('target.lost', { theirs: figures.sum(row.wanted), mine: figures.sum(sum(months)), unit: figures.unit })}</p> : <Fault error={set.error} />}
      <span className="target-buttons">
        <Button type="primary" loading={set.isPending} onClick={save}>{t(lost ? 'target.keep_mine' : 'target.save')}</Button>
        {lost && <Button onClick={theirs}>{t('target.take_theirs')}</Button>}
      </span>
    </Modal>
  )
}
