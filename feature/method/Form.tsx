import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { BandBar } from './BandBar'
import { Cells } from './Cells'
import { Edit } from './editing'
import { LeafField } from './Leaf'
import { Library } from './Library'
import { Lines } from './Lines'
import { at } from './path'
import { ScorecardForm } from './ScorecardForm'
import { isLeaf, type Section, sections } from './shape'
import type { Config, Field } from './wire'

/** Form is the configuration of any method, drawn by what its form says of it. */
export function Form({ form, usual }: { form: Field[]; usual: Config }) {
  return <div className="method-form">{sections(form, usual).map((s) => <Part key={s.fields[0]?.path} section={s} usual={usual} />)}</div>
}

function Part({ section: { kind, fields }, usual }: { section: Section; usual: Config }) {
  const { t } = useTranslation()
  const [first] = fields
  if (!first) return null
  const title = t(first.label)
  switch (kind) {
    case 'scorecard':
      return <ScorecardForm card={first} rest={<Form form={(first.fields ?? []).filter((f) => f.name !== 'aspects')} usual={usual} />} />
    case 'grid':
      return <Framed title={title} path={first.path}><Cells field={first} /></Framed>
    case 'cuts':
      return isLeaf(first) ? <Framed><Singles fields={fields} /><BandBar cuts={fields} /></Framed> : <Framed title={title} path={first.path}><Listed field={first} /></Framed>
    case 'rows':
      return <Framed title={title} path={first.path}><Library list={first} inner={(fields) => <Form form={fields} usual={usual} />} /></Framed>
    case 'peers':
      return <Framed><Peers groups={fields} /></Framed>
    case 'rules':
      return <Framed><Rules rules={fields} /></Framed>
    case 'words':
      return first.size ? <Framed title={title}><Singles fields={elements(first)} /></Framed> : <Framed title={title}><Words field={first} /></Framed>
    case 'group':
      return <Framed title={title} path={first.path}><Form form={first.fields ?? []} usual={usual} /></Framed>
    default:
      return <Framed><Singles fields={fields} /></Framed>
  }
}

/** Framed is a part with its title, and with what is wrong about all of it. */
function Framed({ title, path, children }: { title?: string; path?: string; children: ReactNode }) {
  const { wrong } = useContext(Edit)
  const says = path && wrong.get(path)
  return <section className="method-part">{title && <h3>{title}</h3>}{says && <p className="leaf-says" role="alert">{says}</p>}{children}</section>
}

/** elements are the fields of a list that always has as many. */
function elements({ element, items = [], path }: Field): Field[] {
  return element ? items.map((label, i) => ({ ...element, path: `${path}.${i}`, label })) : []
}

function Singles({ fields }: { fields: Field[] }) {
  const { t } = useTranslation()
  return <dl className="method-fields">{fields.map((f) => <div key={f.path}><dt>{t(f.label)}</dt><dd><LeafField field={f} label={t(f.label)} /></dd></div>)}</dl>
}

/** Listed is numbers in order, with the bands between them drawn. */
function Listed({ field }: { field: Field }) {
  const { config } = useContext(Edit)
  const count = (at(config, field.path) as number[] | undefined)?.length ?? 0
  const cuts = field.element ? Array.from({ length: count }, (_, i) => ({ ...field.element!, path: `${field.path}.${i}`, label: field.items?.[i] ?? '' })) : []
  return <><Steps cuts={cuts} title={field.label} /><BandBar cuts={cuts} /></>
}

function Steps({ cuts, title }: { cuts: Field[]; title: string }) {
  const { t } = useTranslation()
  const label = (f: Field, i: number) => (f.label ? t(f.label) : t('method.cut_of', { n: i + 1 }))
  return <dl className="method-fields">{cuts.map((f, i) => <div key={f.path}><dt>{label(f, i)}</dt><dd><LeafField field={f} label={`${t(title)} ${label(f, i)}`} /></dd></div>)}</dl>
}

/** Peers is several groups described alike: one line each. */
function Peers({ groups }: { groups: Field[] }) {
  const { t } = useTranslation()
  return <Lines columns={groups[0]?.fields ?? []} rows={groups.map((g) => ({ path: g.path, title: t(g.label) }))} field={(c, path) => ({ ...c, path: `${path}.${c.name}` })} />
}

/** Rules can each be switched off; what else they ask for stands beside. */
function Rules({ rules }: { rules: Field[] }) {
  const { t } = useTranslation()
  return (
    <ul className="method-rules">
      {rules.map(({ path, label, fields = [] }) => (
        <li key={path}>
          {fields.slice(0, 1).map((f) => <LeafField key={f.path} field={f} label={`${t(label)} ${t(f.label)}`} />)}
          <b>{t(label)}</b>
          <span>{fields.slice(1).map((f) => <label key={f.path}>{t(f.label)} <LeafField field={f} label={`${t(label)} ${t(f.label)}`} /></label>)}</span>
        </li>
      ))}
    </ul>
  )
}

function Words({ field }: { field: Field }) {
  const { t } = useTranslation()
  const { config, onPut } = useContext(Edit)
  const words = (at(config, field.path) as string[] | undefined) ?? []
  if (!onPut) return <p>{words.join(' · ') || t('method.none')}</p>
  return <Select mode="tags" aria-label={t(field.label)} value={words} onChange={(next) => onPut(field.path, next)} className="method-words" placeholder={t('method.none')} />
}
