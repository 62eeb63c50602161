import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { TierChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { useMay } from '../../ui/me'
import type { Appointment, Due } from './visits'
import { How } from './VisitCard'
import { useSay, useWhen } from './words'

interface Props {
  days: string[]
  today: string
  visits: Appointment[]
  /** who is due, to be seen on the way */
  due: Due[]
  chosen?: string
  onChoose: (id: string) => void
  onPlan: (due: Due, day: string) => void
}

/** RouteView is each day as a way: where one is when, and who is due in the same city. */
export function RouteView(props: Props) {
  const { days, visits } = props
  const { t } = useTranslation()
  const travelled = days.filter((day) => visits.some((v) => v.day === day))
  if (travelled.length === 0) return <Empty>{t('visit.no_route')}</Empty>
  return <div className="visit-routes" tabIndex={0}>{travelled.map((day) => <Way key={day} {...props} day={day} />)}</div>
}

function Way({ day, today, visits, due, chosen, onChoose, onPlan }: Props & { day: string }) {
  const { t } = useTranslation()
  const when = useWhen(today)
  const stops = visits.filter((v) => v.day === day && v.channel === 'visit'), cities = [...new Set(stops.map((v) => v.city).filter(Boolean))]
  const near = due.filter((d) => !d.next && cities.includes(d.city))
  return (
    <section className="visit-way">
      <h3>{when.near(day)} {when.weekday(day)}<small>{cities.length > 0 ? cities.join(' → ') : t('visit.no_city')}</small></h3>
      <ol>
        {stops.map((v) => (
          <li key={v.id} className={v.id === chosen ? 'chosen' : ''}>
            <time>{when.time(v)}</time>
            <span className="grow"><button type="button" className="link" onClick={() => onChoose(v.id)}>{v.name}</button> <span className="third">{[v.city, v.place, v.purpose].filter(Boolean).join(' · ')}</span></span>
            <span className="third"><How visit={v} /></span>
          </li>
        ))}
      </ol>
      {near.length > 0 && <Near due={near} day={day} onPlan={onPlan} />}
    </section>
  )
}

/** Near is who is due where somebody goes anyway. */
function Near({ due, day, onPlan }: { due: Due[]; day: string; onPlan: Props['onPlan'] }) {
  const { t } = useTranslation()
  const say = useSay()
  const may = useMay()
  return (
    <ul className="visit-near">
      {due.map((d) => (
        <li key={d.account}>
          {d.tier && <TierChip tier={d.tier} />}<span className="grow">{d.name} <span className="third">{t('visit.same_city', { city: d.city })}{d.why[0] && ` · ${say(d.why[0])}`}</span></span>
          {may('visit:write') && <Button size="small" onClick={() => onPlan(d, day)}>{t('visit.on_the_way')}</Button>}
        </li>
      ))}
    </ul>
  )
}
