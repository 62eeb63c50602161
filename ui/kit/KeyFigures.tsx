import type { CSSProperties, ReactNode } from 'react'

export interface KeyFigure {
  title: string
  value: ReactNode
  note?: ReactNode
  /** what a click leads to; without it the figure is plain text */
  onOpen?: () => void
}

/** KeyFigures is the strip of numbers that comes first. */
export function KeyFigures({ figures, stale }: { figures: KeyFigure[]; stale?: boolean }) {
  return (
    <dl className={stale ? 'key-figures stale' : 'key-figures'} style={{ '--half': figures.length > 5 ? Math.ceil(figures.length / 2) : figures.length } as CSSProperties}>
      {figures.map(({ title, value, note, onOpen }) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>
            {onOpen ? <button type="button" onClick={onOpen}><span className="unseen">{title}</span><b>{value}</b></button> : <b>{value}</b>}
            {note && <span>{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
