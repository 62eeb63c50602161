import { type CSSProperties, type KeyboardEvent, useRef, useState } from 'react'

export interface MatrixCell {
  key: string
  count: string
  caption: string
  /** where the cell is, for those who hear the page */
  label: string
  className?: string
  style?: CSSProperties
  /** nothing can be here, so there is nothing to open */
  closed?: boolean
}

interface Props {
  label: string
  /** from the top row down, each from left to right */
  rows: { name: string; cells: MatrixCell[] }[]
  columns: string[]
  onOpen: (key: string) => void
}

/** Matrix is a table of buttons: each cell opens the accounts behind it; Tab stops at it once, arrows move between cells. */
export function Matrix({ label, rows, columns, onOpen }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(rows[0]?.cells[0]?.key)
  const move = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns.length, ArrowDown: columns.length }[event.key]
    const cells = [...(box.current?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])]
    const next = step && cells[cells.indexOf(event.target as HTMLElement) + step]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  const template = { gridTemplateColumns: `16px repeat(${columns.length},minmax(0,1fr))`, gridTemplateRows: `repeat(${rows.length},1fr) 16px` }
  return (
    <div ref={box} className="matrix" role="group" aria-label={label} style={template} onKeyDown={move}>
      {rows.map(({ name, cells }) => [
        <span key={name} className="matrix-axis" aria-hidden="true">{name}</span>,
        ...cells.map(({ key, count, caption, label, className, style, closed }) => (
          <button key={key} type="button" data-cell tabIndex={key === at ? 0 : -1} onFocus={() => setAt(key)} className={className} style={style} aria-disabled={closed} onClick={closed ? undefined : () => onOpen(key)}>
            <b>{count}</b>
            <small>{caption}</small>
            <span className="unseen"> {label}</span>
          </button>
        )),
      ])}
      <span />
      {columns.map((name) => <span key={name} className="matrix-axis" aria-hidden="true">{name}</span>)}
    </div>
  )
}
