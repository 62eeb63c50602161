import './visit.css'
import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { missing } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Waiting } from '../../ui/kit/Waiting'
import { Why } from '../../ui/kit/Why'
import { useMay } from '../../ui/me'
import { Slot } from '../../ui/Slot'
import PlanForm from './PlanForm'
import { useHistory } from './server'
import type { Appointment, History } from './visits'
import { How } from './VisitCard'
import { useWhen, names } from './words'

/** AccountVisits is what was and will be visited at an account, how often it should be, and what else belongs to it. */
export default function AccountVisits({ account }: { account: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const [planning, plan] = useState(false)
  const { data, error, refetch } = useHistory(account)
  return (
    <div className="stack">
      <Panel title={t('visit.visits')} subtitle={data && <Rhythm history={data} />} extra={data && may('visit:write') && <Button size="small" type="primary" onClick={() => plan(true)}>{t('visit.new')}</Button>}>
        <Fault error={error} onRetry={() => void refetch()} />
        {!data && !error && <Waiting rows={5} />}
        {data?.rows.length === 0 && <Empty>{t('visit.none_yet')}</Empty>}
        {data && data.rows.length > 0 && <Rows history={data} />}
      </Panel>
      <Slot name="visit.panel" account={account} />
      {planning && data && <PlanForm wish={{ day: data.today, start: null, length: 60, account: { id: account, name: data.rows[0]?.name ?? '' } }} today={data.today} onDone={() => plan(false)} />}
    </div>
  )
}

function Rhythm({ history: { cadence, last, due, today, why } }: { history: History }) {
  const { t } = useTranslation()
  const when = useWhen(today)
  if (cadence.days === 0) return t('visit.no_cadence')
  const late = due < today
  return (
    <Why label={t('visit.cadence')} chip={<StateChip state={late ? 'ask' : 'ok'}>{[last ? t('visit.last_on', { day: when.day(last) }) : t('visit.never'), t('visit.every', { n: cadence.days }), t('visit.due_on', { day: when.day(due) })].join(' · ')}</StateChip>}>
      {() => <Reasoned why={why} stand={today} />}
    </Why>
  )
}

function Rows({ history: { rows, people, today } }: { history: History }) {
  const { t } = useTranslation()
  const when = useWhen(today)
  return (
    <div className="sheet visit-rows" tabIndex={0}>
      <table>
        <thead><tr>{['day', 'purpose', 'theirs', 'ours', 'objectives', 'state'].map((name) => <th key={name} scope="col" className={name === 'theirs' || name === 'ours' ? 'wide' : ''}>{t(`visit.${name}`)}</th>)}</tr></thead>
        <tbody>
          {rows.map((v) => (
            <tr key={v.id}>
              <td className="number">{when.near(v.day)}</td>
              <td><Link to={'/visits/$visit' as never} params={{ visit: v.id } as never}>{v.purpose}</Link>{v.unpromised && <small className="soon"> {t('visit.unpromised')}</small>}</td>
              <td className="wide">{names(v.people, people) || missing}</td>
              <td className="wide">{names(v.users, people)}</td>
              <td className="number">{met(v)}</td>
              <td><How visit={v} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const met = ({ objectives, met }: Appointment) => (objectives.length === 0 ? missing : `${met} / ${objectives.length}`)
