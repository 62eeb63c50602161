import { type ReactNode, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { Edit, useField, useWord } from './editing'
import { LeafField } from './Leaf'
import { at } from './path'
import { placed, sum } from './shape'
import { useScale } from './units'
import type { Field } from './wire'

interface Aspect {
  name: string
  weight: number
  items?: Item[]
}

interface Item {
  name: string
  unit?: string
  weight: number
}

/** ScorecardForm is a table of aspects and their indicators: weights that make 100, and the span that scores 0 to 100. */
export function ScorecardForm({ card, rest }: { card: Field; rest: ReactNode }) {
  const { t } = useTranslation()
  const { config } = useContext(Edit)
  const list = card.fields?.find((f) => f.name === 'aspects')
  const path = `${card.path}.aspects`, aspects = (at(config, path) as Aspect[] | undefined) ?? []
  const columns = itemFields(list)
  return (
    <section className="method-part">
      <h3>{t(card.label)} <span className="third">{t('method.score_rule')}</span><i className="grow" /><Sum path={path} total={sum(aspects.map((a) => a.weight))} /></h3>
      <div className="method-scroll" tabIndex={0}>
        <table className="method-card">
          <thead>
            <tr><th scope="col">{t('method.aspects')}</th><th scope="col">{t('method.weight')}</th>{columns.map((c) => <th key={c.name} scope="col">{t(c.label)}</th>)}</tr>
          </thead>
          {aspects.map((aspect, i) => <AspectRows key={aspect.name} aspect={aspect} path={`${path}.${i}`} list={list} columns={columns} />)}
        </table>
      </div>
      <div className="method-rest">{rest}</div>
    </section>
  )
}

// The columns of an indicator besides its name, its unit and its weight.
function itemFields(list: Field | undefined) {
  const items = list?.element?.fields?.find((f) => f.name === 'items')
  return (items?.element?.fields ?? []).filter((f) => !['name', 'unit', 'weight'].includes(f.name))
}

function AspectRows({ aspect, path, list, columns }: { aspect: Aspect; path: string; list?: Field; columns: Field[] }) {
  const { t } = useTranslation()
  const word = useWord()
  const fields = list?.element?.fields ?? []
  const weight = fields.find((f) => f.name === 'weight'), itemWeight = fields.find((f) => f.name === 'items')?.element?.fields?.find((f) => f.name === 'weight')
  const items = aspect.items ?? []
  return (
    <tbody>
      <tr className="aspect">
        <th scope="row">{word(aspect.name)}</th>
        <td>{weight && <LeafField bare field={placed(weight, path)} label={t('method.weight_of', { name: word(aspect.name) })} />}</td>
        <td colSpan={columns.length}><Sum path={`${path}.items`} total={sum(items.map((item) => item.weight))} inner /></td>
      </tr>
      {items.map((item, i) => {
        const own = `${path}.items.${i}`
        return (
          <tr key={item.name}>
            <th scope="row">{word(item.name)}</th>
            <td>{itemWeight && <LeafField bare field={placed(itemWeight, own)} label={t('method.weight_of', { name: word(item.name) })} />}</td>
            {columns.map((c, k) => <td key={c.name}><LeafField bare field={placed(c, own)} unit={item.unit} label={`${word(item.name)} ${t(c.label)}`} />{k === columns.length - 1 && <Unit of={item.unit} />}</td>)}
          </tr>
        )
      })}
    </tbody>
  )
}

function Unit({ of }: { of?: string }) {
  return <small className="third">{useScale()(of).suffix}</small>
}

/** Sum says whether weights make 100. */
function Sum({ path, total, inner }: { path: string; total: number; inner?: boolean }) {
  const { t } = useTranslation()
  const { wrong } = useField(path)
  const said = t(inner ? 'method.inner_sum' : 'method.sum', { sum: total })
  return <span className={wrong ? 'method-sum wrong' : inner ? 'method-sum third' : 'method-sum'} role="status">{wrong ? `✗ ${wrong}` : inner ? said : `✓ ${said}`}</span>
}
