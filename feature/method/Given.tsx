import { useTranslation } from 'react-i18next'
import { missing } from '../../ui/figures'

type Row = Record<string, unknown>

/** Given shows any value of a worked example: single values in words, lists of things as a table. */
export function Given({ value, prefix }: { value: unknown; prefix: string }) {
  const said = useSaid(prefix)
  if (Array.isArray(value) && value.length > 0 && value.every(isRow)) return <Table rows={value.map((row) => ['', row])} prefix={prefix} />
  if (!isRow(value)) return <p className="given">{said(value)}</p>
  const entries = Object.entries(value)
  if (entries.length > 1 && entries.every(([, one]) => isRow(one))) return <Table rows={entries as [string, Row][]} prefix={prefix} />
  return (
    <dl className="given">
      {entries.map(([name, one]) => (isRow(one) || (Array.isArray(one) && one.some(isRow))
        ? <div key={name} className="whole"><dt>{said(name)}</dt><dd><Given value={one} prefix={prefix} /></dd></div>
        : <div key={name}><dt>{said(name)}</dt><dd>{said(one)}</dd></div>))}
    </dl>
  )
}

function Table({ rows, prefix }: { rows: [string, Row][]; prefix: string }) {
  const said = useSaid(prefix)
  const columns = [...new Set(rows.flatMap(([, row]) => Object.keys(row)))]
  const headed = rows.some(([name]) => name)
  return (
    <div className="method-scroll" tabIndex={0}>
      <table className="method-rows">
        <thead><tr>{headed && <td />}{columns.map((c) => <th key={c} scope="col">{said(c)}</th>)}</tr></thead>
        <tbody>{rows.map(([name, row], i) => <tr key={i}>{headed && <th scope="row">{name}</th>}{columns.map((c) => <td key={c}>{isRow(row[c]) ? Object.entries(row[c] as Row).map(([k, v]) => `${said(k)} ${said(v)}`).join(' · ') : said(row[c])}</td>)}</tr>)}</tbody>
      </table>
    </div>
  )
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

/** useSaid says a value, and words in the user's language where there are some. */
function useSaid(prefix: string) {
  const { t, i18n } = useTranslation()
  const said = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return missing
    if (typeof value === 'boolean') return t(value ? 'method.yes' : 'method.no')
    if (typeof value === 'number') return value.toLocaleString(i18n.language === 'en' ? 'en-GB' : i18n.language, { maximumFractionDigits: 6 }).replace('-', '−')
    if (Array.isArray(value)) return value.length ? value.map(said).join(', ') : missing
    const key = [String(value), `${prefix}.field_${value}`, `${prefix}.item_${value}`, `method.word_${value}`].find((k) => k.includes('.') && i18n.exists(k))
    return key ? t(key) : String(value)
  }
  return said
}
