import './collection.css'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { shift, today } from '../../ui/day'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { KeyFigures } from '../../ui/kit/KeyFigures'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { type Calendar, useCalendar } from './server'

const span = 35 // days

/** CalendarScreen is which money is likely to come on which day. */
export default function CalendarScreen() {
  const { t } = useTranslation()
  const [{ from }, set] = useAddress<{ from: string }>({ from: today() })
  const { data, error, refetch, isPlaceholderData } = useCalendar(from, shift(from, span - 1))
  const { sum, unit } = useFigures(data?.currency)
  const sheet = () => ({
    columns: [t('collection.day'), t('collection.account'), t('collection.amount'), t('collection.reason')],
    rows: (data?.days ?? []).flatMap((d) => d.rows.map((r) => [d.on, r.name, r.amount / 100, t(`collection.by_${r.why}`)])),
  })
  return (
    <div className="stack">
      <PageHead title={t('collection.calendar')} note={t('collection.calendar_note')}>
        <Link to={'/money/collection' as never}>{t('collection.collection')}</Link>
        <Button onClick={() => set({ from: shift(from, -span) })}>{t('collection.earlier')}</Button>
        <Button onClick={() => set({ from: shift(from, span) })}>{t('collection.later')}</Button>
      </PageHead>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data ? !error && <Waiting rows={8} /> : <>
        <KeyFigures stale={isPlaceholderData} figures={[
          { title: `${t('collection.month_total')} (${unit})`, value: sum(data.total) },
          { title: t('collection.month_promised'), value: sum(data.promised) },
          { title: t('collection.month_unsaid'), value: sum(data.unsaid) },
          { title: t('collection.month_later'), value: sum(data.later) },
        ]} />
        <Panel title={`${data.from} – ${data.until}`} subtitle={unit} sheet={sheet} stale={isPlaceholderData}>
          {data.days.length === 0 ? <Empty>{t('collection.no_expected')}</Empty> : <Weeks calendar={data} />}
        </Panel>
      </>}
    </div>
  )
}

/** Weeks are the days as a wall calendar has them, from Monday on. */
function Weeks({ calendar: { from, until, days, currency } }: { calendar: Calendar }) {
  const { t, i18n } = useTranslation()
  const { sum } = useFigures(currency)
  const of = new Map(days.map((d) => [d.on, d])), most = Math.max(...days.map((d) => d.amount))
  const week = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' })
  const start = shift(from, -((new Date(from + 'T00:00:00Z').getUTCDay() + 6) % 7))
  const all: string[] = []
  for (let on = start; on <= until || all.length % 7 > 0; on = shift(on, 1)) all.push(on)
  return (
    <ol className="collection-month">
      {all.map((on) => {
        const d = of.get(on)
        return (
          <li key={on} className={on === today() ? 'today' : on < from || on > until ? 'out' : undefined} data-empty={!d}>
            <span className="third">{on.slice(5)} <span className="collection-weekday">{week.format(new Date(on + 'T00:00:00Z'))}</span></span>
            {d && <>
              <b>{sum(d.amount)}</b>
              <i aria-hidden="true" style={{ width: `${Math.max(4, (100 * d.amount) / most)}%` }} />
              <ul>{d.rows.slice(0, 3).map((r) => <li key={r.account + r.why} title={`${r.name} ${sum(r.amount)} ${t(`collection.by_${r.why}`)}`}><Link to="/accounts/$id" params={{ id: r.account } as never} search={{ tab: 'ledger.money' } as never}>{r.name}</Link>{r.why === 'promise' && <em> {t('collection.by_promise')}</em>}</li>)}</ul>
              {d.rows.length + d.more > 3 && <small className="third">{t('collection.more_rows', { count: d.rows.length + d.more - 3 })}</small>}
            </>}
          </li>
        )
      })}
    </ol>
  )
}
