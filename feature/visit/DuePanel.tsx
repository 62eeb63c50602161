import { Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { TierChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { Why } from '../../ui/kit/Why'
import { useMay } from '../../ui/me'
import { BestTime } from './BestTime'
import { CadenceWhy } from './CadenceWhy'
import type { Drag } from './drag'
import { useDues } from './server'
import type { Due } from './visits'
import { between, clock } from './week'
import { useSay, useWhen } from './words'

interface Props {
  today: string
  /** where accounts can be dragged from here */
  drag?: Drag
  /** those that are to be planned together; undefined while one is planned at a time */
  picked?: string[]
  onPick?: (accounts: string[] | undefined) => void
  onPlan: (due: Due) => void
  onOpen: (visit: string) => void
}

/** DuePanel says whom to visit, those with most at stake first, and when they are best visited. */
export function DuePanel(props: Props) {
  const { picked, onPick } = props
  const { t } = useTranslation()
  const { unit, count } = useFigures()
  const may = useMay()
  const { data, error, refetch } = useDues()
  const some = !!data && data.late.length + data.week.length > 0
  return (
    <Panel title={t('visit.whom')} subtitle={t('visit.by_stake', { unit })} className="visit-due"
      extra={onPick && may('visit:write') && some && <Button size="small" type="text" aria-pressed={!!picked} onClick={() => onPick(picked ? undefined : [])}>{t(picked ? 'visit.batch_end' : 'visit.batch')}</Button>}>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data && !error && <Waiting rows={8} />}
      {data && !some && <Empty>{t('visit.nobody_due', { n: count(data.kept) })}</Empty>}
      {data && some && (
        <div className="visit-due-list" tabIndex={0}>
          <Group title={t('visit.overdue')} rows={data.late} n={data.late_count} {...props} />
          <Group title={t('visit.due_this_week')} rows={data.week} n={data.week_count} {...props} />
          {data.calls > 0 && <p className="third">{t('visit.calls_due', { n: count(data.calls) })}</p>}
        </div>
      )}
      <BestTime />
    </Panel>
  )
}

function Group({ title, rows, n, ...props }: Props & { title: string; rows: Due[]; n: number }) {
  const { t } = useTranslation()
  const { sum } = useFigures()
  if (rows.length === 0) return null
  const stake = rows.reduce((all, r) => all + (r.stake?.amount ?? 0), 0)
  return (
    <section>
      <h3>{title}<small>{t('visit.n_accounts', { n })}{stake > 0 && ` · ${sum(stake)}`}</small></h3>
      <ul>{rows.map((due) => <Line key={due.account} due={due} {...props} />)}</ul>
    </section>
  )
}

function Line({ due: d, drag, picked, onPick, ...go }: Props & { due: Due }) {
  const { sum } = useFigures()
  const { t } = useTranslation()
  const say = useSay()
  const may = useMay()
  const pick = (on: boolean) => onPick?.(on ? [...(picked ?? []), d.account] : picked?.filter((a) => a !== d.account))
  return (
    <li {...(drag && may('visit:write') && !d.next ? drag.grab({ kind: 'account', id: d.account, length: 60 }) : {})}>
      <div className="visit-due-head">
        {picked && !d.next && <Checkbox checked={picked.includes(d.account)} aria-label={t('visit.pick', { name: d.name })} onChange={(e) => pick(e.target.checked)} />}
        {d.tier && <TierChip tier={d.tier} />}
        <b className="cut" title={d.name}>{d.name}</b>
        {d.stake && <span className="visit-stake">{sum(d.stake.amount)}</span>}
      </div>
      <p><span className="cut">{d.why[0] && say(d.why[0])}</span>{d.stake && <small>{t(d.stake.of)}</small>}</p>
      <div className="visit-due-foot">
        <Cadence due={d} today={go.today} />
        <Act due={d} {...go} />
      </div>
    </li>
  )
}

/** Cadence is how long ago the last visit was, against how often there should be one. */
function Cadence({ due: d, today }: { due: Due; today: string }) {
  const { t } = useTranslation()
  const when = useWhen(today)
  const every = d.cadence.days, ago = d.last ? between(d.last, today) : every + d.late
  const most = Math.max(ago, every * 1.15), part = (days: number) => `${(days / most) * 100}%`
  const late = d.late > 0
  const says = [d.last ? t('visit.last_on', { day: when.day(d.last) }) : t('visit.never'), t('visit.every', { n: every })].join(' · ')
  return (
    <div>
      <div className={late ? 'visit-cadence late' : 'visit-cadence'} role="img" aria-label={t('visit.cadence_label', { days: ago, cadence: every })}>
        <i style={{ width: part(ago) }} /><u style={{ left: part(every) }} />
      </div>
      <Why label={t('visit.cadence')} chip={<span>{says} · <span className={late ? 'visit-when soon' : 'visit-when'}>{late ? t('visit.late_by', { n: d.late }) : t('visit.due_on', { day: when.day(d.due) })}</span></span>}>
        {() => <CadenceWhy account={d.account} />}
      </Why>
      {d.next && <span>{t(`visit.next_${d.next.state}`, { day: when.near(d.next.day), time: d.next.start === null ? '' : clock(d.next.start) })}</span>}
    </div>
  )
}

function Act({ due: d, onPlan, onOpen }: Pick<Props, 'onPlan' | 'onOpen'> & { due: Due }) {
  const { t } = useTranslation()
  const may = useMay()
  const { next } = d
  if (next) return <Button size="small" onClick={() => onOpen(next.visit)}>{t('visit.see_plan')}</Button>
  return may('visit:write') && <Button size="small" type={d.late > 0 ? 'primary' : 'default'} onClick={() => onPlan(d)}>{t('visit.arrange')}</Button>
}
