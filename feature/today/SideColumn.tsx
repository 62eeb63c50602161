import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { ClassChip, PlainChip, TierChip, TierWord } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { Slot } from '../../ui/Slot'
import type { Class, Tier } from '../../ui/theme'
import { useSay } from './say'
import { type Side, useSide } from './server'

/** SideColumn is what stands beside the list: the agenda, aims, what has changed, how the accounts are. */
export function SideColumn() {
  const { data: side, error, refetch } = useSide()
  return (
    <div className="today-side">
      <Fault error={error} onRetry={() => void refetch()} />
      {!side && !error && <section className="panel"><div className="panel-body"><Waiting rows={6} /></div></section>}
      {side?.visits && <Agenda side={side} />}
      {side && side.aims.length > 0 && <Aims side={side} />}
      {side && (side.changed > 0 || side.brought || side.count > 0) && <Changes side={side} />}
      {side && side.count > 0 && <Accounts side={side} />}
      <Slot name="today.side" />
    </div>
  )
}

function Agenda({ side }: { side: Side }) {
  const { t } = useTranslation()
  const say = useSay(side.on, side.currency)
  return (
    <Panel title={t('today.agenda')} extra={<span className="third today-small">{t('today.agenda_count', { count: side.agenda.length })}</span>}>
      {side.agenda.length === 0 ? <Empty action={<Link to="/visits">{t('today.plan_visits')}</Link>}>{t('today.no_agenda')}</Empty> : (
        <ul className="today-agenda">
          {side.agenda.map((a) => (
            <li key={a.path + a.at}><time>{a.at || t('today.any_time')}</time><span><Link to={a.path}>{say(a.title)}</Link><small>{say(a.note)}</small></span></li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Aims({ side }: { side: Side }) {
  const { t } = useTranslation()
  const say = useSay(side.on, side.currency)
  const { sum, count, share, unit } = useFigures(side.currency)
  return (
    <Panel title={t('today.aims')} subtitle={t('today.aims_says', { unit })}>
      <ul className="today-aims">
        {side.aims.map((a) => {
          const write = a.unit === 'amount' ? sum : count, reached = a.wanted > 0 ? a.actual / a.wanted : 0
          const behind = reached < a.due * 0.9
          return (
            <li key={a.title.key}>
              <Link to={a.path}>{say(a.title)}</Link>
              <span>{write(a.actual)} / {write(a.wanted)} · <b className={behind ? 'soon' : undefined}>{share(reached, 0)}</b></span>
              <span className="today-bar" aria-hidden="true"><i className={behind ? 'behind' : undefined} style={{ width: percent(reached) }} /><u style={{ left: percent(a.due) }} /></span>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

function Changes({ side }: { side: Side }) {
  const { t } = useTranslation()
  const { time, count } = useFigures()
  const at = side.brought && <Link className="today-small" to={side.brought.path} title={t('today.brought', { kind: t(`importing.kind_${side.brought.kind}`), n: count(side.brought.rows) })}>{t('today.imported', { at: time(side.brought.at).slice(5) })}</Link>
  return (
    <Panel title={t('today.changes')} extra={at}>
      {side.changed === 0 ? <p className="third today-small">{t('today.no_changes')}</p> : (
        <ul className="notes">
          {side.changes.map((c) => (
            <li key={c.account + c.note + c.is}>
              <span className="cut"><Link to="/accounts/$id" params={{ id: c.account } as never}>{c.name}</Link><small>{t(c.note)}</small></span>
              <span className="today-change"><Mark model={c.model} mark={c.was} plain /><span aria-hidden="true">→</span><Mark model={c.model} mark={c.is} /></span>
            </li>
          ))}
        </ul>
      )}
      {side.changed > side.changes.length && <p className="third today-small">{t('today.more_changes', { count: side.changed - side.changes.length })}</p>}
    </Panel>
  )
}

function Mark({ model, mark, plain }: { model?: string; mark: string; plain?: boolean }) {
  const { t } = useTranslation()
  if (!model) return plain ? <span className="third">{t(mark)}</span> : <PlainChip>{t(mark)}</PlainChip>
  const own = mark.replace('°', '')
  if (!own) return <span className="third">{t('today.none')}</span>
  if (model === 'pyramid') return plain ? <TierWord tier={own as Tier} /> : <TierChip tier={own as Tier} />
  if (/^(A|B|C|VIP)$/.test(own)) return <ClassChip space={plain ? (model === 'abc' ? 'ABC' : t('today.space_grid')) : undefined} grade={own as Class} />
  return <PlainChip>{own}</PlainChip>
}

const states = ['ok', 'ask', 'blocked'] as const

function Accounts({ side }: { side: Side }) {
  const { t } = useTranslation()
  const { count } = useFigures()
  const longest = Math.max(...side.accounts.map(total))
  return (
    <Panel title={t(side.own ? 'today.my_accounts' : 'today.our_accounts', { n: count(side.count) })} subtitle={t(side.rated)}>
      <ul className="today-tiers">
        {side.accounts.map((row) => (
          <li key={row.tier}>
            {row.tier ? <TierWord tier={row.tier as Tier} /> : <span className="third">{t('today.no_tier')}</span>}
            <span className="number">{count(total(row))}</span>
            <span className="today-states" role="img" aria-label={states.map((s) => `${t(`${side.rated}_${s}`)} ${row[s]}`).join(', ')}>
              {states.map((s) => row[s] > 0 && <i key={s} style={{ width: percent(row[s] / longest), background: `var(--state-${s})` }} />)}
              {row.unknown > 0 && <i className="unknown" style={{ width: percent(row.unknown / longest) }} />}
            </span>
          </li>
        ))}
      </ul>
      <p className="legend">
        {states.map((s) => <span key={s}><i style={{ background: `var(--state-${s})` }} />{t(`${side.rated}_${s}`)}</span>)}
        {side.accounts.some((row) => row.unknown > 0) && <span><i className="unknown" />{t(`${side.rated}_unknown`)}</span>}
      </p>
    </Panel>
  )
}

const total = (row: Side['accounts'][number]) => row.ok + row.ask + row.blocked + row.unknown
const percent = (share: number) => `${Math.max(0, Math.min(1, share)) * 100}%`
