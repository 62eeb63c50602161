import { useTranslation } from 'react-i18next'
import { type Figures, missing, useFigures } from '../../ui/figures'
import { PlainChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Export } from './Export'
import { useGroupName } from './GroupsView'
import { type Group, type Grouped, none, type Sort, useChoices } from './server'

type Sums = Pick<Group, 'count' | 'unknown' | 'outside' | 'sales' | 'gross' | 'service' | 'given' | 'credit' | 'amount'>

const columns = ['name', 'count', 'sales', 'gross', 'service', 'given', 'credit', 'amount', 'rate'] as const
const narrow: Sort[] = ['count', 'gross', 'service', 'given', 'credit']

/** GroupsPanel lists groups by what is left of their sales; a group opens its accounts. */
export function GroupsPanel({ grouped: g, stale }: { grouped: Grouped; stale: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures(g.currency)
  const name = useGroupName()
  const [{ by, group }, set] = useChoices()
  const sheet = () => ({
    columns: [t(`worth.by_${by}`), t('worth.count'), t('worth.unknown'), ...['sales', 'gross'].map((k) => t(`worth.part_${k}`)), t('worth.to_serve'), t('worth.given'), t('worth.credit'), t('worth.part_contribution')],
    rows: g.rows.map((r) => [name(r), r.count, r.unknown, ...[r.sales, r.gross, r.service, r.given, r.credit, r.amount].map((v) => (v === null ? t('worth.no_data') : v / 100))]),
  })
  return (
    <Panel title={t('worth.groups', { by: t(`worth.by_${by}`) })} subtitle={t('worth.groups_say', { unit: figures.unit })} sheet={sheet} stale={stale} extra={<Export path="groups" sorted />}
      note={g.filtered && t('worth.filtered')}>
      {g.rows.length === 0 ? <Empty>{t('worth.nothing')}</Empty> : (
        <div className="sheet worth-groups" tabIndex={0}>
          <table>
            <thead><tr>{columns.map((c) => <Head key={c} column={c} />)}</tr></thead>
            <tbody>
              {g.rows.map((r) => (
                <tr key={r.key || none} className={(r.key || none) === group ? 'open' : undefined}>
                  <td><button type="button" className="link" aria-pressed={(r.key || none) === group} onClick={() => set({ group: (r.key || none) === group ? '' : r.key || none })}>{name(r)}</button></td>
                  <Cells sums={r} figures={figures} />
                </tr>
              ))}
              {g.rest && <tr className="worth-rest"><td>{t('worth.rest', { count: figures.count(g.more) })}</td><Cells sums={g.rest} figures={figures} /></tr>}
            </tbody>
            <tfoot><tr><td>{t('worth.sum')}</td><Cells sums={sumsOf(g)} figures={figures} /></tr></tfoot>
          </table>
        </div>
      )}
    </Panel>
  )
}

/** sumsOf is the whole in one line; the steps of a kind are added up. */
function sumsOf({ whole: w }: Grouped): Sums {
  const amount = (...names: string[]) => {
    const known = w.parts.filter((p) => names.includes(p.name) && p.amount !== null)
    return known.length ? known.reduce((sum, p) => sum + (p.amount ?? 0), 0) : null
  }
  const off = (...names: string[]) => {
    const v = amount(...names)
    return v === null ? null : -v
  }
  return {
    ...w, sales: amount('sales'), gross: amount('gross'), amount: amount('contribution'),
    service: off('visit', 'service', 'freight', 'expense', 'material'), given: off('discount', 'rebate', 'promotion', 'favour'), credit: off('credit_within', 'credit_overdue'),
  }
}

/** Cells are what is known of a group; sales without a cost of goods are named, and no profit. */
function Cells({ sums: s, figures }: { sums: Sums; figures: Figures }) {
  const { t } = useTranslation()
  if (s.amount === null) {
    return (
      <>
        <td className="number wide">{missing}</td>
        <td className="number">{figures.sum(s.outside)}</td>
        <td colSpan={4} className="wide" />
        <td colSpan={2} className="number"><PlainChip outlined>{t('worth.no_cost')}</PlainChip></td>
      </>
    )
  }
  return (
    <>
      <td className="number wide">{figures.count(s.count)}{s.unknown > 0 && <small className="third" title={t('worth.without', { count: figures.count(s.unknown), sales: figures.sum(s.outside), unit: figures.unit })}> +{figures.count(s.unknown)}</small>}</td>
      <td className="number">{figures.sum(s.sales)}</td>
      <td className="number wide">{figures.sum(s.gross)}</td>
      <td className="number wide">{figures.sum(s.service)}</td>
      <td className="number wide">{figures.sum(s.given)}</td>
      <td className="number wide">{figures.sum(s.credit)}</td>
      <td className={s.amount < 0 ? 'number late' : 'number'}><b>{figures.sum(s.amount)}</b></td>
      <td className="number">{figures.share(s.sales && s.sales > 0 ? s.amount / s.sales : null)}</td>
    </>
  )
}

function Head({ column }: { column: Sort }) {
  const { t } = useTranslation()
  const [{ sort, up, by }, set] = useChoices()
  const own = sort === column
  const rises = own ? up !== '1' : column === 'name'
  const words: Record<Sort, string> = {
    name: t(`worth.by_${by}`), count: t('worth.accounts'), sales: t('worth.part_sales'), gross: t('worth.part_gross'), service: t('worth.to_serve'), given: t('worth.given'), credit: t('worth.credit'),
    amount: t('worth.part_contribution'), rate: t('worth.rate'),
  }
  return (
    <th scope="col" className={`${column === 'name' ? '' : 'number'} ${narrow.includes(column) ? 'wide' : ''}`} aria-sort={own ? (up === '1' ? 'ascending' : 'descending') : undefined}>
      <button type="button" onClick={() => set({ sort: column, up: rises ? '1' : '' })}>{words[column]}{own && <i aria-hidden="true">{up === '1' ? ' ↑' : ' ↓'}</i>}</button>
    </th>
  )
}
