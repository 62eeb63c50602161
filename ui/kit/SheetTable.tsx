import type { Sheet } from '../sheet'

/** SheetTable shows the figures behind a drawing. */
export function SheetTable({ columns, rows }: Sheet) {
  return (
    <div className="sheet" tabIndex={0}>
      <table>
        <thead>
          <tr>{columns.map((title, i) => <th key={i} scope="col" className={typeof rows[0]?.[i] === 'number' ? 'number' : ''}>{title}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>{row.map((cell, k) => <td key={k} className={typeof cell === 'number' ? 'number' : ''}>{cell}</td>)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
