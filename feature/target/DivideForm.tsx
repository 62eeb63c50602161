import { Button, Checkbox, InputNumber, Modal, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Waiting } from '../../ui/kit/Waiting'
import { respread, sum } from './months'
import { type Board, type Part, type Suggestion, useSet, useSuggestion, type Way, ways } from './server'

/** DivideForm tries how a team's target could be divided; what is adjusted here is set together. */
export function DivideForm({ board, onDone }: { board: Board; onDone: () => void }) {
  const { t } = useTranslation()
  const teams = board.rows.filter((r) => r.kind === 'team')
  const first = teams.find((r) => r.user === board.me) ?? teams[0]
  const [head, choose] = useState(first?.user ?? '')
  const [by, divide] = useState<Way>('history')
  const [keep, reserve] = useState(0)
  const [total, want] = useState<number | null>(null)
  const [deep, descend] = useState(false)
  const wish = { year: board.year, measure: board.measure, head, total: total === null ? 0 : Math.round(total * 100), by, keep, unit: 100, deep }
  const { data, error } = useSuggestion(wish, head !== '')
  const mine = head === board.me && board.scope !== 'all' // of his own team's total his boss decides
  return (
    <Modal open title={t('target.divide')} onCancel={onDone} footer={null} width={680}>
      <p className="third">{t('target.divide_how')}</p>
      <div className="target-trial">
        <Select aria-label={t('target.team')} value={head} onChange={choose} popupMatchSelectWidth={false} options={teams.map((r) => ({ value: r.user ?? '', label: t('target.team_of', { name: r.name }) }))} />
        <Segmented<Way> aria-label={t('target.by')} value={by} onChange={divide} options={ways.map((value) => ({ value, label: t(`target.by_${value}`) }))} />
        {!mine && <InputNumber className="target-sum" aria-label={t('target.total')} prefix={<span className="third">{t('target.year_in', { currency: board.currency })}</span>} placeholder={t('target.as_set')} min={1} precision={0} value={total} onChange={want} />}
        <InputNumber aria-label={t('target.keep')} prefix={<span className="third">{t('target.keep')}</span>} suffix="%" min={0} max={50} precision={0} value={keep} onChange={(v) => reserve(v ?? 0)} />
        <Checkbox checked={deep} onChange={(e) => descend(e.target.checked)}>{t('target.deep')}</Checkbox>
      </div>
      <Fault error={error} />
      {!data && !error && head && <Waiting rows={6} />}
      {data && !error && <Adjust key={JSON.stringify(wish)} suggestion={data} board={board} fixed={mine || total === null} onDone={onDone} />}
    </Modal>
  )
}

function Adjust({ suggestion, board, fixed, onDone }: { suggestion: Suggestion; board: Board; fixed: boolean; onDone: () => void }) {
  const { t } = useTranslation()
  const figures = useFigures(board.currency)
  const [rows, change] = useState(suggestion.rows)
  const set = useSet()
  // what stands there now: if somebody was faster, his figures appear beside those that were about to be set
  const now = (r: Part) => suggestion.rows.find((one) => one.kind === r.kind && one.user === r.user) ?? r
  const given = sum(rows.filter((r) => r.depth === 1).map((r) => sum(r.months)))
  const rest = sum(rows[0]?.months ?? []) - given
  const sent = rows.filter((_, i) => i > 0 || !fixed)
  const edit = (part: Part, v: number | null) => change(rows.map((r) => (r === part ? { ...r, months: respread(r.months, Math.round((v ?? 0) * 100)) } : r)))
  const save = () => set.mutate({ year: board.year, measure: board.measure, rows: sent.map((r) => ({ kind: r.kind, user: r.user, line: '', months: r.months, version: now(r).version })) }, { onSuccess: onDone })
  return (
    <>
      <div className="sheet target-parts" tabIndex={0}>
        <table>
          <thead><tr><th scope="col">{t('target.name')}</th><th scope="col" className="number">{t('target.before')} {figures.unit}</th><th scope="col" className="number">{t('target.was')} {figures.unit}</th><th scope="col" className="number">{t('target.year_in', { currency: board.currency })}</th></tr></thead>
          <tbody>
            {rows.map((r, i) => (
              <tr key={`${r.kind}:${r.user}`} className={r.kind === 'team' ? 'team' : undefined}>
                <td style={{ paddingLeft: 8 + 14 * r.depth }}>{r.kind === 'team' ? t('target.team_of', { name: r.name }) : r.name}</td>
                <td className="number">{figures.sum(r.before)}</td>
                <td className={`number ${now(r).version === r.version ? 'third' : 'soon'}`}>{now(r).version ? figures.sum(sum(now(r).was)) : '—'}</td>
                <td className="number">{i === 0 ? figures.exact(sum(r.months)) : <InputNumber size="small" aria-label={t('target.target_for', { name: r.name })} min={0} precision={0} value={sum(r.months) / 100} onChange={(v) => edit(r, v)} />}</td>
              </tr>
            ))}
            <tr><td style={{ paddingLeft: 22 }}>{t('target.open')}</td><td /><td /><td className={`number${rest < 0 ? ' soon' : ''}`}>{figures.exact(rest)}</td></tr>
          </tbody>
        </table>
      </div>
      {!suggestion.history && <p className="soon">{t('target.no_history')}</p>}
      <Fault error={set.error} />
      <Button type="primary" disabled={sent.length === 0} loading={set.isPending} onClick={save}>{t('target.accept', { count: sent.length })}</Button>
    </>
  )
}
