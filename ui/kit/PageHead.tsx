import type { ReactNode } from 'react'

/** PageHead is the first line of a screen: what it is, what it covers, what can be chosen. */
export function PageHead({ title, note, children }: { title: ReactNode; note?: ReactNode; children?: ReactNode }) {
  return (
    <header className="page-head">
      <h1>{title}</h1>
      {note && <span className="third">{note}</span>}
      <i className="grow" />
      {children}
    </header>
  )
}
