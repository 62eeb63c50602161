import { useTranslation } from 'react-i18next'
import { isRow, type Row, type Table } from './example'
import { useSay } from './say'

/** Given shows any value of a worked example: single values in words, groups of them one below the other. */
export function Given({ value, prefix }: { value: unknown; prefix: string }) {
  const say = useSay(prefix)
  if (!isRow(value)) return <p className="given">{say.value(value)}</p>
  return (
    <dl className="given">
      {Object.entries(value).map(([name, one]) => (
        <div key={name} className={isRow(one) || Array.isArray(one) ? 'whole' : undefined}><dt>{name && say.name(name)}</dt><dd>{say.value(one)}</dd></div>
      ))}
    </dl>
  )
}

/** Lines shows what goes in and, behind a line, what comes out of it. */
export function Lines({ table: { inputs, results, rows }, prefix }: { table: Table; prefix: string }) {
  const { t } = useTranslation()
  const say = useSay(prefix)
  const cell = (row: Row, name: string) => <td key={name} className={typeof row[name] === 'number' ? 'number' : undefined}>{say.value(row[name])}</td>
  const kind = (name: string, of: (row: (typeof rows)[number]) => Row) => (rows.some((row) => typeof of(row)[name] === 'number') ? 'number' : undefined)
  return (
    <div className="method-scroll" tabIndex={0}>
      <table className="method-rows worked">
        <thead>
          <tr>
            {inputs.map((name) => <th key={name} scope="col" className={kind(name, (r) => r.input)}>{say.name(name)}</th>)}
            {results.map((name) => <th key={'result ' + name} scope="col" className={`result ${kind(name, (r) => r.result) ?? ''}`}>{name ? say.name(name) : t('method.result')}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ input, result }, i) => (
            <tr key={i}>
              {inputs.map((name) => cell(input, name))}
              {results.map((name) => <td key={'result ' + name} className={`result ${typeof result[name] === 'number' ? 'number' : ''}`}>{say.value(result[name])}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
