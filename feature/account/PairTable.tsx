import { Link } from '@tanstack/react-router'
import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { type Choosable, compared, kept, type Side } from './pair'

interface Props {
  sides: [Side, Side]
  stays: Side
  take: string[]
  /** absent when there is nothing to decide any more */
  onKeep?: (side: Side) => void
  onChoose?: (field: string, side: Side) => void
}

/** PairTable compares field by field; what will be left stands on blue. */
export function PairTable({ sides, stays, take, onKeep, onChoose }: Props) {
  const { t } = useTranslation()
  const { sum, unit } = useFigures()
  const goes = sides.find((side) => side !== stays)!
  const value = useValue()
  const head = (side: Side) => (
    <th key={side.id} scope="col">
      {onKeep ? <Radio checked={side === stays} onChange={() => onKeep(side)}>{side === stays ? t('account.stays') : t('account.goes')}</Radio> : <Link to="/accounts/$id" params={{ id: side.id }}>{side.code}</Link>}
    </th>
  )
  const cell = (field: Choosable, side: Side) => (
    <Cell key={side.id} text={value(field, side)} label={t('account.keep_value', { field: t(`account.${field}`), value: value(field, side) })} on={Boolean(onChoose) && kept(field, stays, goes, take) === side && Boolean(side[field])}
      onChoose={onChoose && side[field] && sides.every((s) => s[field]) && sides[0][field] !== sides[1][field] ? () => onChoose(field, side) : undefined} />
  )
  return (
    <div className="pair" tabIndex={0}>
      <table>
        <thead><tr><td />{sides.map(head)}</tr></thead>
        <tbody>
          <tr><th scope="row">{t('account.code')}</th>{sides.map((side) => <td key={side.id}><Link to="/accounts/$id" params={{ id: side.id }}>{side.code}</Link></td>)}</tr>
          {compared(...sides).map((field) => <tr key={field}><th scope="row">{t(`account.${field}`)}</th>{sides.map((side) => cell(field, side))}</tr>)}
          <tr><th scope="row">{t('account.sales', { unit })}</th>{sides.map((side) => <td key={side.id}>{sum(side.figures?.sales_minor)}</td>)}</tr>
        </tbody>
      </table>
    </div>
  )
}

/** useValue writes a field of an account as people read it. */
function useValue() {
  const { t } = useTranslation()
  return (field: Choosable, side: Side) => {
    if (field === 'owner') return side.owner_name
    const value = side[field] ?? ''
    return value && (field === 'ownership' || field === 'status' || field === 'source') ? t(`account.${field}_${value}`) : value
  }
}

function Cell({ text, label, on, onChoose }: { text: string; label: string; on: boolean; onChoose?: () => void }) {
  const mark = on ? 'pair-on' : ''
  return <td>{onChoose ? <button type="button" className={mark} aria-pressed={on} aria-label={label} onClick={onChoose}>{text}</button> : <span className={mark}>{text || '—'}</span>}</td>
}
