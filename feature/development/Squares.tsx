import { useTranslation } from 'react-i18next'
import type { Square } from './server'
import { useLabel } from './words'

interface Props {
  grid: Square['grid']
  /** the square of the account, and the one to go to */
  here?: Square['place']
  path?: Square['path']
  /** how many accounts stand on each square */
  counts?: Record<number, number>
  chosen?: number
  onSquare?: (square: number) => void
}

const levels = [5, 4, 3, 2, 1] as const
const across = [1, 2, 3, 4, 5] as const

/** centre is the middle of a level, in hundredths of the side. */
const centre = (level: number) => level * 20 - 10

/** Squares is the grid of five by five with its words: the path of an account and the arrow to the next square, or how many accounts stand where. */
export function Squares({ grid, here, path = [], counts, chosen, onSquare }: Props) {
  const { t } = useTranslation()
  const say = useLabel()
  const next = here && (here.next.x !== here.x || here.next.y !== here.y) ? here.next : undefined
  return (
    <div className="development-squares">
      <span className="up third">{say(grid.y.name)}</span>
      <div className="field" role="group" aria-label={`${say(grid.x.name)} × ${say(grid.y.name)}`}>
        {levels.flatMap((y) => across.map((x) => {
          const number = (y - 1) * 5 + x
          const cell = grid.cells[number - 1]
          const name = cell ? say(cell.name) : ''
          const label = `${t('square.relationship_square')} ${number}: ${name}${cell ? ` · ${say(cell.action)}` : ''}`
          const marks = ['square', cell && `square-${cell.colour}`, (here?.cell === number || chosen === number) && 'here', next && next.x === x && next.y === y && 'next'].filter(Boolean).join(' ')
          const body = <><small>{number}</small>{counts ? <><b>{counts[number] ?? ''}</b><em className="unseen">{name}</em></> : <span>{name}</span>}</>
          return onSquare
            ? <button key={number} type="button" className={marks} title={label} aria-pressed={chosen === number} onClick={() => onSquare(number === chosen ? 0 : number)}>{body}</button>
            : <div key={number} className={marks} title={label}>{body}</div>
        }))}
        <svg className="emblem" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          <defs><marker id="development-arrow" viewBox="0 0 6 6" refX="5" refY="3" markerWidth="4" markerHeight="4" orient="auto"><path d="M0 0 6 3 0 6z" /></marker></defs>
          {path.length > 1 && <polyline points={path.map((p) => `${centre(p.x)},${100 - centre(p.y)}`).join(' ')} className="path" />}
          {here && next && <line x1={centre(here.x)} y1={100 - centre(here.y)} x2={centre(next.x)} y2={100 - centre(next.y)} className="arrow" markerEnd="url(#development-arrow)" />}
        </svg>
      </div>
      <span className="along third">{say(grid.x.name)}</span>
    </div>
  )
}
