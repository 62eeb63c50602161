import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Panel } from '../../ui/kit/Panel'
import { VisitPanel } from './VisitPanel'
import type { Appointment, Diary, Member } from './visits'
import { clock, weekday } from './week'
import { useWhen } from './words'

/** TeamWeek is the week of who reports to the user: one row each, what he goes to, where nothing is planned, whom nobody goes to. */
export function TeamWeek({ diary, days }: { diary: Diary; days: string[] }) {
  const { t } = useTranslation()
  const when = useWhen()
  const [{ visit }, set] = useAddress({ visit: '' })
  const rows = diary.rows.filter((v) => v.state !== 'cancelled'), shown = days.filter((d) => weekday(d) < 5 || rows.some((v) => v.day === d))
  return (
    <div className="visit-team-board">
      <Panel title={t('visit.title_team')} subtitle={t('visit.team_says')}>
        <div className="visit-team" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('visit.team_person')}</th>
                {shown.map((d) => <th key={d} scope="col" className={d === diary.today ? 'now' : ''}><b>{Number(d.slice(8))}</b> {d === diary.today ? t('visit.today') : when.weekday(d)}</th>)}
              </tr>
            </thead>
            <tbody>{diary.team.map((m) => <Row key={m.id} member={m} days={shown} visits={rows.filter((v) => v.users.includes(m.id))} chosen={visit} onChoose={(id) => set({ visit: id })} />)}</tbody>
          </table>
        </div>
      </Panel>
      {visit ? <VisitPanel key={visit} id={visit} /> : <Panel title={t('visit.visit')}><p className="third">{t('visit.none_open')}</p></Panel>}
    </div>
  )
}

interface Props {
  member: Member
  days: string[]
  visits: Appointment[]
  chosen: string
  onChoose: (id: string) => void
}

function Row({ member: { name, covered, pending }, days, visits, chosen, onChoose }: Props) {
  const { t } = useTranslation()
  const taken = days.filter((d) => visits.some((v) => v.day === d)).length
  return (
    <tr>
      <th scope="row">
        <b>{name}</b>
        <small>{t('visit.team_days', { n: taken })}</small>
        <small>{t('visit.team_covered', { covered, all: covered + pending })}</small>
        {pending > 0 && <small className="soon">{t('visit.team_pending', { n: pending })}</small>}
      </th>
      {days.map((d) => <Day key={d} day={d} visits={visits.filter((v) => v.day === d)} chosen={chosen} onChoose={onChoose} />)}
    </tr>
  )
}

function Day({ day, visits, chosen, onChoose }: Pick<Props, 'visits' | 'chosen' | 'onChoose'> & { day: string }) {
  const { t } = useTranslation()
  const order = (v: Appointment) => v.start ?? 1440 // what has no time comes last
  if (visits.length === 0) return <td className="empty">{weekday(day) < 5 && <span className="third">{t('visit.team_empty')}</span>}</td>
  return (
    <td>
      {visits.toSorted((a, b) => order(a) - order(b)).map((v) => (
        <button key={v.id} type="button" className={`link${v.id === chosen ? ' chosen' : ''}`} aria-pressed={v.id === chosen} title={v.purpose} onClick={() => onChoose(v.id)}>
          <time>{v.start === null ? '' : clock(v.start)}</time>{v.name}<span className="unseen"> {t(`visit.state_${v.state}`)}</span>
        </button>
      ))}
    </td>
  )
}
