import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { type Row, type Sort, useWays } from './server'
import { useSaid } from './words'

interface Props {
  rows: Row[]
  sort?: Sort
  desc?: boolean
  onSort?: (sort: Sort) => void
  /** the account is known already */
  here?: boolean
}

/** DealTable lists deals. */
export function DealTable({ rows, sort, desc, onSort, here }: Props) {
  const { t } = useTranslation()
  const { unit } = useFigures()
  const head = (label: string, by?: Sort, number = false) => (
    <th scope="col" className={number ? 'number' : undefined} aria-sort={by && sort === by ? (desc ? 'descending' : 'ascending') : undefined}>
      {by && onSort ? <button type="button" className="opportunity-sort" onClick={() => onSort(by)}>{label}{sort === by && (desc ? ' ↓' : ' ↑')}</button> : label}
    </th>
  )
  return (
    <div className="opportunity-scroll" tabIndex={0} role="group" aria-label={t('opportunity.opportunities')}>
      <table className="opportunity-rows">
        <thead>
          <tr>
            {head(t('opportunity.name'), 'name')}
            {!here && head(t('opportunity.customer'))}
            {head(t('opportunity.stage'), 'entered')}
            {head(`${t('opportunity.amount')} ${unit}`, 'amount', true)}
            {head(`${t('opportunity.weighted')} ${unit}`, undefined, true)}
            {head(t('opportunity.expected'), 'expected')}
            {head(t('opportunity.owner'))}
            {head(t('opportunity.next_step'))}
          </tr>
        </thead>
        <tbody>{rows.map((r) => <One key={r.id} row={r} here={here} />)}</tbody>
      </table>
    </div>
  )
}

function One({ row: r, here }: { row: Row; here?: boolean }) {
  const { t } = useTranslation()
  const { sum, day, exact } = useFigures()
  return (
    <tr>
      <td className="opportunity-named"><Link to="/opportunities/$opportunity" params={{ opportunity: r.id } as never}>{r.name}</Link><small className="third">{r.code}{r.product && ` · ${r.product}`}</small></td>
      {!here && <td>{r.account ? <Link to="/accounts/$id" params={{ id: r.account } as never}>{r.customer}</Link> : <span className="third">{t('opportunity.no_account')}</span>}</td>}
      <td><Standing row={r} /></td>
      <td className="number">{r.amount_minor == null && r.original_minor != null ? <span className="third">{exact(r.original_minor)} {r.currency}</span> : sum(r.amount_minor)}</td>
      <td className="number">{sum(r.weighted_minor)}</td>
      <td className="nowrap">{r.closed ? day(r.closed) : <span className={r.passed ? 'opportunity-late' : undefined}>{day(r.expected)}</span>}{r.slips > 0 && <small className="third"> {t('opportunity.slipped', { count: r.slips })}</small>}</td>
      <td className="nowrap">{r.owner_name}</td>
      <td>{r.next_step && <><span>{r.next_step}</span> <small className={r.late ? 'opportunity-late whole' : 'third whole'}>{day(r.next_on)}</small></>}</td>
    </tr>
  )
}

/** Standing says at which step a deal is, or how it ended. */
function Standing({ row: r }: { row: Row }) {
  const { t } = useTranslation()
  const said = useSaid()
  const { data: ways = [] } = useWays()
  const stage = ways.find((w) => w.key === r.process)?.stages.find((s) => s.key === r.stage)
  if (r.state === 'won') return <StateChip state="ok">{t('opportunity.state_won')}</StateChip>
  if (r.state === 'lost') return <StateChip state="blocked">{t('opportunity.state_lost')}</StateChip>
  return (
    <span className="opportunity-step">
      {stage ? said(stage) : r.stage} <small className="third">{r.percent}%</small>
      {r.state === 'nurture' ? <PlainChip>{t('opportunity.state_nurture')}</PlainChip> : r.stuck && <StateChip state="ask">{t('opportunity.stuck', { days: r.days, most: r.dwell })}</StateChip>}
    </span>
  )
}
