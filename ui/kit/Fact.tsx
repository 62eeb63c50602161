import type { ReactNode } from 'react'

/** Fact is one cell of the line under the name of something. */
export function Fact({ title, wide, children }: { title: string; wide?: boolean; children: ReactNode }) {
  return <div className={wide ? 'fact wide' : 'fact'}><dt>{title}</dt><dd>{children}</dd></div>
}
