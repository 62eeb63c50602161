import { Button, Checkbox, Select } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { usePeople } from '../../ui/people'
import { Change } from './Change'
import { Deciding, DecidingAll, Left, type Result, type Whole } from './Deciding'
import { Objection } from './Objection'
import { type Governed, type Proposal, type Tally, useProposals, useRuns, type Which } from './server'
import { useWords } from './words'

interface Asked extends Record<string, string> {
  state: string
  model: string
  direction: string
  contested: string
}

/** ProposalsPanel lists the proposed changes, with why and what follows, and lets those decide who may. */
export function ProposalsPanel() {
  const { t } = useTranslation()
  const [asked, go] = useAddress<Asked>({ state: 'open', model: '', direction: '', contested: '' })
  const [chosen, choose] = useState<string[]>([])
  const [all, chooseAll] = useState(false)
  const [result, setResult] = useState<Result>()
  const pages = useProposals(which(asked))
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  const marked = rows.filter((row) => row.decide && chosen.includes(row.id))
  const total = pages.data?.pages[0]?.tallies.reduce((sum, tally) => sum + tally.count, 0)
  const whole = pages.hasNextPage && asked.state === 'open' && !asked.contested && rows[0] ? wholeOf(asked, rows[0], pages.data?.pages[0]?.tallies ?? []) : undefined
  const done = (result: Result) => {
    choose([])
    chooseAll(false)
    setResult(result)
  }
  return (
    <Panel title={t('evaluation.proposals_title')} subtitle={total !== undefined && t('evaluation.proposals_of', { count: total })} extra={<Filters asked={asked} onAsk={go} />}
      sheet={useSheet(rows)} stale={pages.isFetching && !pages.isPending && !pages.isFetchingNextPage}>
      <Fault error={pages.error} onRetry={() => void pages.refetch()} />
      {whole && all ? <DecidingAll whole={whole} onDone={done} /> : marked.length > 0 && <Deciding rows={marked} onDone={done} />}
      {whole && marked.length > 0 && <Button type="link" size="small" className="whole" onClick={() => chooseAll(!all)}>{all ? t('evaluation.choose_page') : t('evaluation.choose_whole', { count: whole.count })}</Button>}
      {result && <Left result={result} onClose={() => setResult(undefined)} />}
      {pages.isPending && <Waiting rows={6} />}
      {pages.data && rows.length === 0 && <Nothing narrowed={asked.state !== 'open' || !!(asked.model || asked.direction || asked.contested)} onAll={() => go({ state: 'open', model: '', direction: '', contested: '' })} />}
      {rows.length > 0 && <Rows rows={rows} chosen={chosen} onChoose={choose} />}
      {pages.hasNextPage && <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('evaluation.more')}</Button>}
    </Panel>
  )
}

/** Nothing says why there is nothing to decide about, and what the last evaluation keeps an eye on. */
function Nothing({ narrowed, onAll }: { narrowed: boolean; onAll: () => void }) {
  const { t } = useTranslation()
  const { count, date } = useFigures()
  const [last] = useRuns().data ?? []
  if (narrowed) return <Empty action={<Button onClick={onAll}>{t('evaluation.all_open')}</Button>}>{t('evaluation.no_proposals')}</Empty>
  if (!last) return <Empty>{t('evaluation.no_runs')}</Empty>
  return (
    <Empty action={<span className="next-steps"><Link to={'/evaluation' as never} search={{ tab: 'movements' } as never}>{t('evaluation.see_movements')}</Link><Link to="/methods/$id" params={{ id: 'R01' } as never}>{t('evaluation.see_rules')}</Link></span>}>
      <b>{t('evaluation.all_decided')}</b><br />
      {t('evaluation.last_found', { day: date(last.as_of), accounts: count(last.accounts), waiting: count(last.waiting), held: count(last.held) })}
    </Empty>
  )
}

/** wholeOf is all that match, of which only a page may be listed. */
function wholeOf({ model, direction }: Asked, newest: Proposal, tallies: Tally[]): Whole {
  const fits = tallies.filter((tally) => (!model || tally.model === model) && (!direction || tally.up === (direction === 'up')))
  return { model: model as Whole['model'], direction: direction as Whole['direction'], upto: newest.id, count: fits.reduce((sum, tally) => sum + tally.count, 0) }
}

const which = ({ state, model, direction, contested }: Asked): Which => ({
  state: state as Which['state'],
  model: (model || undefined) as Governed | undefined,
  direction: (direction || undefined) as Which['direction'],
  contested: contested === 'yes' || undefined,
})

function Filters({ asked, onAsk }: { asked: Asked; onAsk: (change: Partial<Asked>) => void }) {
  const { t } = useTranslation()
  const choices: Record<string, { value: string; label: string }[]> = {
    state: ['open', 'approved', 'refused', 'withdrawn', 'lapsed', 'undone'].map((value) => ({ value, label: t(`evaluation.state_${value}`) })),
    model: [{ value: '', label: t('evaluation.all_models') }, ...['tier', 'key', 'vip', 'grade', 'card'].map((value) => ({ value, label: t(`evaluation.model_${value}`) }))],
    direction: [{ value: '', label: t('evaluation.both_ways') }, { value: 'up', label: t('evaluation.up') }, { value: 'down', label: t('evaluation.down') }],
    contested: [{ value: '', label: t('evaluation.with_or_without') }, { value: 'yes', label: t('evaluation.contested') }],
  }
  return (
    <span className="filters">
      {Object.entries(choices).map(([name, options]) => (
        <Select<string> key={name} size="small" value={asked[name]} onChange={(value) => onAsk({ [name]: value })} options={options} aria-label={t(`evaluation.filter_${name}`)} popupMatchSelectWidth={false} />
      ))}
    </span>
  )
}

function useSheet(rows: Proposal[]) {
  const { t } = useTranslation()
  const { cls, reasons, effects } = useWords()
  const { name } = usePeople()
  return () => ({
    columns: [t('evaluation.code'), t('evaluation.account'), t('evaluation.owner'), t('evaluation.model'), t('evaluation.was'), t('evaluation.becomes'), t('evaluation.reason'), t('evaluation.follows'), t('evaluation.since'), t('evaluation.objection')],
    rows: rows.map((p) => [p.code, p.name, name(p.owner), t(`evaluation.model_${p.model}`), cls(p.model, p.was), cls(p.model, p.becomes), reasons(p.why).join('; '), effects(p).join('; '), p.first, p.objection]),
  })
}

function Rows({ rows, chosen, onChoose }: { rows: Proposal[]; chosen: string[]; onChoose: (ids: string[]) => void }) {
  const { t } = useTranslation()
  const able = rows.filter((row) => row.decide).map((row) => row.id)
  const whole = able.length > 0 && able.every((id) => chosen.includes(id))
  const toggle = (id: string) => onChoose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <table className="proposals">
      <thead>
        <tr>
          <th scope="col">{able.length > 0 && <Checkbox checked={whole} indeterminate={!whole && chosen.length > 0} onChange={() => onChoose(whole ? [] : able)} aria-label={t('evaluation.choose_all')} />}</th>
          <th scope="col">{t('evaluation.account')}</th>
          <th scope="col">{t('evaluation.change_head')}</th>
          <th scope="col">{t('evaluation.reason_head')}</th>
          <th scope="col" className="number">{t('evaluation.lasting')}</th>
        </tr>
      </thead>
      <tbody>{rows.map((row) => <Line key={row.id} row={row} chosen={chosen.includes(row.id)} onToggle={() => toggle(row.id)} />)}</tbody>
    </table>
  )
}

function Line({ row, chosen, onToggle }: { row: Proposal; chosen: boolean; onToggle: () => void }) {
  const { t } = useTranslation()
  const { reasons, effects } = useWords()
  const { name } = usePeople()
  return (
    <tr className={chosen ? 'chosen' : ''}>
      <td>{row.decide && <Checkbox checked={chosen} onChange={onToggle} aria-label={t('evaluation.choose', { name: row.name })} />}</td>
      <td>
        <Link to="/accounts/$id" params={{ id: row.account } as never}>{row.name}</Link>
        <small>{[row.code, name(row.owner)].filter(Boolean).join(' · ')}</small>
      </td>
      <td><Change model={row.model} was={row.was} becomes={row.becomes} />{row.need === 'director' && row.state === 'open' && <small>{t('evaluation.by_director')}</small>}</td>
      <td>
        {reasons(row.why).join(t('evaluation.and')) || t(row.why.rule)}
        <small>{effects(row).join(' · ')}</small>
        <Objection proposal={row} />
      </td>
      <td className="number">
        {row.state === 'open' ? <PlainChip>{t('evaluation.times', { count: row.runs })}</PlainChip> : <StateChip state={states[row.state]}>{t(`evaluation.state_${row.state}`)}</StateChip>}
        <small>{t('evaluation.from_day', { day: row.first })}</small>
      </td>
    </tr>
  )
}

const states = { open: 'ask', approved: 'ok', refused: 'blocked', withdrawn: 'info', lapsed: 'info', undone: 'ask' } as const
