import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { ClassChip, StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { type Tomorrow, useTomorrow } from './server'

/** TomorrowView is what comes first tomorrow, and whether the week leaves time for what has to come after it. */
export function TomorrowView({ owner }: { owner?: string }) {
  const { data, error, refetch, isPlaceholderData: stale } = useTomorrow(owner)
  if (!data) return error ? <Fault error={error} onRetry={() => void refetch()} /> : <Waiting rows={10} />
  return (
    <div className="pipeline-two">
      <Tasks tomorrow={data} stale={stale} />
      <Budget tomorrow={data} stale={stale} />
    </div>
  )
}

function Tasks({ tomorrow: m, stale }: { tomorrow: Tomorrow; stale: boolean }) {
  const { t } = useTranslation()
  const { sum, unit } = useFigures(m.currency)
  const sheet = () => ({ columns: [t('pipeline.order'), t('pipeline.does'), t('pipeline.class'), t('pipeline.deal'), t('pipeline.customer'), t('pipeline.amount'), t('pipeline.next_step')], rows: m.tasks.map((one, i) => [i + 1, t(`pipeline.does_${one.does}`), one.class, one.name, one.customer, one.amount_minor == null ? null : one.amount_minor / 100, one.next_step]) })
  return (
    <Panel title={t('pipeline.tasks', { day: m.day })} subtitle={t('pipeline.tasks_say', { count: m.count })} sheet={sheet} stale={stale}>
      {m.tasks.length === 0 ? <Empty>{t('pipeline.tasks_none')}</Empty> : (
        <ol className="pipeline-tasks">
          {m.tasks.map((one, i) => (
            <li key={one.id}>
              <b className="third">{i + 1}</b>
              <ClassChip grade={one.class} />
              <span>
                <b>{t(`pipeline.does_${one.does}`)}</b> <Link to="/opportunities/$opportunity" params={{ opportunity: one.id } as never}>{one.name}</Link> <small className="third">{one.customer}</small>
                {one.next_step && <small>{t('pipeline.next_says', { step: one.next_step })} {one.late > 0 && <span className="pipeline-late">{t('pipeline.late', { days: one.late })}</span>}</small>}
              </span>
              <span className="number">{sum(one.amount_minor)} <small className="third">{unit}</small></span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}

function Budget({ tomorrow: m, stale }: { tomorrow: Tomorrow; stale: boolean }) {
  const { t } = useTranslation()
  const { share, day } = useFigures()
  const all = m.week.a + m.week.b + m.week.c
  const parts = [{ grade: 'A', minutes: m.week.a, least: undefined }, { grade: 'B', minutes: m.week.b, least: m.config.time_b }, { grade: 'C', minutes: m.week.c, least: m.config.time_c }] as const
  const sheet = () => ({ columns: [t('pipeline.class'), t('pipeline.minutes', { count: '' }).trim(), t('pipeline.share'), t('pipeline.least')], rows: parts.map((p) => [p.grade, p.minutes, all > 0 ? p.minutes / all : null, p.least ?? null]) })
  return (
    <Panel title={t('pipeline.budget')} subtitle={t('pipeline.budget_say', { from: day(m.from), until: day(m.until), count: m.visits })} sheet={sheet} stale={stale}>
      {all === 0 ? <Empty action={<Link to="/visits">{t('pipeline.does_visit')}</Link>}>{t('pipeline.no_visits')}</Empty> : (
        <div className="pipeline-budget">
          <p className="pipeline-share" aria-hidden="true">{parts.map((p) => <i key={p.grade} style={{ width: `${(p.minutes / all) * 100}%`, background: `var(--class-${p.grade})` }} />)}</p>
          <dl className="pipeline-signed">{parts.map((p) => <div key={p.grade}><dt>{t(`pipeline.class_${p.grade}`)}</dt><dd>{share(p.minutes / all, 0)} · {t('pipeline.minutes', { count: p.minutes })} {p.least != null && <small className="third">{t('pipeline.least')} {share(p.least, 0)}</small>}</dd></div>)}</dl>
          {m.short.map((s) => <p key={s.class}><StateChip state="ask">{t('pipeline.short', { class: s.class, has: share(s.has, 0), needs: share(s.needs, 0) })}</StateChip></p>)}
          {m.short.length === 0 && <p><StateChip state="ok">{t('pipeline.enough')}</StateChip></p>}
        </div>
      )}
      {m.without > 0 && <p className="third">{t('pipeline.without', { count: m.without })}</p>}
    </Panel>
  )
}
