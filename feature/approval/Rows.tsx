import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { usePeople } from '../../ui/people'
import { type Row, states } from './wire'
import { useAmount, useTime, useWords } from './words'

interface Props {
  rows: Row[]
  chosen?: string[]
  /** absent where nothing can be chosen */
  onChoose?: (ids: string[]) => void
  onOpen: (row: Row) => void
}

/** Rows lists proposals: what is asked, below it by whom and until when. */
export function Rows({ rows, chosen = [], onChoose, onOpen }: Props) {
  const { t } = useTranslation()
  const toggle = (id: string) => onChoose?.(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  const all = rows.filter((row) => row.may.decide).map((row) => row.id)
  const whole = all.length > 0 && all.every((id) => chosen.includes(id))
  return (
    <ul className="approval-rows">
      {onChoose && all.length > 1 && <li className="approval-all"><Checkbox checked={whole} indeterminate={!whole && chosen.length > 0} onChange={() => onChoose(whole ? [] : all)}>{t('approval.all')}</Checkbox></li>}
      {rows.map((row) => <Line key={row.id} row={row} chosen={chosen.includes(row.id)} onToggle={onChoose && (() => toggle(row.id))} onOpen={() => onOpen(row)} />)}
    </ul>
  )
}

function Line({ row, chosen, onToggle, onOpen }: { row: Row; chosen: boolean; onToggle?: () => void; onOpen: () => void }) {
  const { t } = useTranslation()
  const words = useWords()
  const amount = useAmount()
  const asks = words.asks(row)
  return (
    <li className={chosen ? 'chosen' : ''}>
      {onToggle && <Checkbox checked={chosen} onChange={onToggle} aria-label={t('approval.select', { what: asks })} />}
      <button type="button" onClick={onOpen}>
        <span className="approval-asks">{asks}</span>
        <Under row={row} />
      </button>
      <span className="approval-marks">
        {amount(row) && <b className="number">{amount(row)}</b>}
        {row.of > 1 && <PlainChip outlined>{t('approval.step_of', { step: Math.min(row.step + 1, row.of), of: row.of })}</PlainChip>}
        {!onToggle && <StateChip state={states[row.state]}>{t(`approval.${row.state}`)}</StateChip>}
      </span>
    </li>
  )
}

function Under({ row }: { row: Row }) {
  const { t } = useTranslation()
  const words = useWords()
  const { name } = usePeople()
  const time = useTime()
  const when = row.state !== 'proposed' ? time(row.ended) : row.effect ? t('approval.effect_at', { at: time(row.effect) }) : t('approval.due_in', { at: time(row.due) })
  const facts = [words.kind(row.kind), !row.by ? t('approval.by_program') : row.for ? t('approval.by_for', { by: name(row.by), for: name(row.for) }) : name(row.by), when, row.in_for && t('approval.for', { name: name(row.in_for) })]
  return <span className="approval-under">{facts.filter(Boolean).join(' · ')}</span>
}
