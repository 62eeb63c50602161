import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LeafField } from './Leaf'
import type { Field } from './wire'

export interface Line {
  path: string
  title: string
  /** what can be done with the line */
  tools?: ReactNode
}

interface Props {
  columns: Field[]
  rows: Line[]
  field: (column: Field, path: string) => Field
}

/** Lines is things described alike, one a line. */
export function Lines({ columns, rows, field }: Props) {
  const { t } = useTranslation()
  const tools = rows.some((r) => r.tools)
  return (
    <div className="method-scroll" tabIndex={0}>
      <table className="method-rows">
        <thead><tr><td />{columns.map((c) => <th key={c.name} scope="col">{t(c.label)}</th>)}{tools && <td />}</tr></thead>
        <tbody>
          {rows.map(({ path, title, tools: own }) => (
            <tr key={path}>
              <th scope="row">{title}</th>
              {columns.map((c) => <td key={c.name}><LeafField field={field(c, path)} label={`${title} ${t(c.label)}`} /></td>)}
              {tools && <td className="method-tools">{own}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
