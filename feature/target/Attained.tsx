import { missing, useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Waiting } from '../../ui/kit/Waiting'
import { Why } from '../../ui/kit/Why'
import { Fault } from '../../ui/Fault'
import { type Board, type Row, useWhy } from './server'

const states = { green: 'ok', yellow: 'ask', red: 'blocked' } as const

/** Attained is how far somebody is by now; a click says how that and the forecast came about. */
export function Attained({ row, board }: { row: Row; board: Pick<Board, 'year' | 'measure' | 'as_of' | 'currency'> }) {
  const figures = useFigures()
  if (!row.colour) return <span className="third">{missing}</span>
  const chip = <StateChip state={states[row.colour]}>{figures.share(row.attainment, 0)}</StateChip>
  if (row.kind === 'product') return chip
  return <Why label={row.name} chip={chip}>{() => <Because row={row} board={board} />}</Why>
}

function Because({ row, board }: { row: Row; board: Pick<Board, 'year' | 'measure' | 'as_of' | 'currency'> }) {
  const { data, error } = useWhy(row, board.year, board.measure)
  if (error) return <Fault error={error} />
  return data ? <Reasoned why={data} stand={board.as_of} currency={board.currency} /> : <Waiting rows={5} />
}
