import { useTranslation } from 'react-i18next'
import { missing } from '../../ui/figures'
import type { Value } from './server'

const most = 4

/** Values are what an entry says: old and new of a field that changed, and whatever else is known. */
export function Values({ values }: { values: Value[] }) {
  const { t } = useTranslation()
  const hidden = values.filter((value) => value.hidden)
  const shown = values.filter((value) => !value.hidden)
  const rest = shown.slice(most)
  return (
    <>
      <List values={shown.slice(0, most)} />
      {hidden.length > 0 && <div className="third">{t('auditing.hidden', { fields: hidden.map(({ title }) => title).join(t('auditing.comma')) })}</div>}
      {rest.length > 0 && <details className="audit-rest"><summary>{t('auditing.and_more', { n: rest.length })}</summary><List values={rest} /></details>}
    </>
  )
}

function List({ values }: { values: Value[] }) {
  return <dl className="audit-values">{values.map((value, i) => <div key={i}><dt>{value.title}</dt><dd><What value={value} /></dd></div>)}</dl>
}

function What({ value: { changed, from, to } }: { value: Value }) {
  if (!changed || !from) return <>{to || missing}</>
  return <><del>{from}</del><span className="third" aria-hidden="true"> → </span><ins>{to || missing}</ins></>
}
