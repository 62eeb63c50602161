import { useTranslation } from 'react-i18next'
import { Edit, useNamer } from './editing'
import { at, type Leaf } from './path'
import { useWritten } from './units'
import { type Detail, type Difference, type Field, prefixOf } from './wire'

/** Differences is where two configurations differ: what it was, struck through, and what it is. */
export function Differences({ method, changes }: { method: Detail; changes: Difference[] }) {
  const { t } = useTranslation()
  if (changes.length === 0) return <p className="third">{t('method.no_difference')}</p>
  return (
    <Edit value={{ config: method.config, before: method.config, prefix: prefixOf(method), wrong: new Map() }}>
      <ul className="differences">{changes.map((c) => <Line key={c.path} method={method} change={c} />)}</ul>
    </Edit>
  )
}

function Line({ method, change: { path, was, is } }: { method: Detail; change: Difference }) {
  const name = useNamer(method.form, method.config)
  const written = useWritten()
  const field = fieldAt(method.form, path), of = field && { ...field, unit: unitAt(method, path) ?? field.unit }
  return <li><span>{name(path)}</span><span className="number"><s>{written(was as Leaf, of)}</s> <b className="new">{written(is as Leaf, of)}</b></span></li>
}

// An indicator's floor and target are in the unit that the indicator names.
const unitAt = (method: Detail, path: string) => (/\.(floor|target)$/.test(path) ? (at(method.config, path.replace(/\.\w+$/, '.unit')) as string | undefined) : undefined)

/** fieldAt is the field of a place, found by the steps to it. */
export function fieldAt(form: Field[], path: string): Field | undefined {
  let fields = form, found: Field | undefined
  for (const step of path.split('.')) {
    found = found?.type === 'list' ? found.element : fields.find((f) => f.name === step)
    fields = found?.fields ?? []
  }
  return found
}
