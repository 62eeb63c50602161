import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { type Timeline, useTimeline, type Which } from './server'

/** TimelineView are deals by the month in which they are expected. */
export function TimelineView({ which }: { which: Which }) {
  const { t } = useTranslation()
  const { data, error, refetch, isPlaceholderData } = useTimeline(which)
  const { sum, unit } = useFigures(data?.currency)
  if (!data) return error ? <Fault error={error} onRetry={() => void refetch()} /> : <Waiting rows={10} />
  const name = (m: Timeline['months'][number]) => (m.kind === 'month' ? m.month?.slice(0, 7) : t(`pipeline.kind_${m.kind}`))
  const most = Math.max(1, ...data.months.map((m) => m.amount_minor))
  const sheet = () => ({
    columns: [t('pipeline.month'), t('pipeline.count'), t('pipeline.amount'), t('pipeline.weighted')],
    rows: data.months.map((m) => [name(m) ?? '', m.count, m.amount_minor / 100, m.weighted_minor / 100]),
  })
  return (
    <Panel title={t('pipeline.view_timeline')} subtitle={`${t('pipeline.timeline_say')} · ${unit}`} sheet={sheet} stale={isPlaceholderData}>
      {data.months.length === 0 ? <Empty>{t('pipeline.none')}</Empty> : (
        <ol className="pipeline-months">
          {data.months.map((m) => (
            <li key={`${m.kind} ${m.month}`}>
              <h3 className={m.kind === 'passed' ? 'pipeline-late' : undefined}>{name(m)} <small className="third">{m.count}</small></h3>
              <p className="pipeline-bar" aria-hidden="true"><i style={{ width: `${(m.amount_minor / most) * 100}%` }} /><b style={{ width: `${(m.weighted_minor / most) * 100}%` }} /></p>
              <p className="nowrap">{sum(m.amount_minor)} <small className="third">{t('pipeline.weighted')} {sum(m.weighted_minor)}</small></p>
              <ul>{m.cards.slice(0, 8).map((c) => <li key={c.id}><Link to="/opportunities/$opportunity" params={{ opportunity: c.id } as never}>{c.name}</Link> <small className="third">{sum(c.amount_minor)} · {c.percent}%</small></li>)}</ul>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}
