/** Waiting is the grey shape of what is coming; it shows after 150 ms, so quick answers do not flicker. */
export function Waiting({ rows = 4 }: { rows?: number }) {
  return (
    <div className="waiting" aria-hidden="true">
      {Array.from({ length: rows }, (_, i) => <i key={i} style={{ width: `${92 - ((i * 23) % 40)}%` }} />)}
    </div>
  )
}
