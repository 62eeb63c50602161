import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { missing, useFigures } from '../../ui/figures'
import { TierChip } from '../../ui/kit/Chip'
import { usePhone } from '../../ui/media'
import { usePeople } from '../../ui/people'
import type { Tier } from '../../ui/theme'
import { Finish, Marks } from './Finish'
import { useSay } from './say'
import type { Day, Marking, Task } from './server'
import { WhyTask } from './WhyTask'

interface Props {
  day: Day
  task: Task
  first: boolean
  onMark: (m: Marking, text: string) => void
}

/** TaskRow is one thing to do: what neglecting it costs, what to do, why, for whom, until when. */
export function TaskRow({ day, task, first, onMark }: Props) {
  const { t } = useTranslation()
  const phone = usePhone()
  const say = useSay(day.on, day.currency)
  const { name } = usePeople()
  return (
    <li className={first ? 'first' : undefined}>
      <Stake task={task} currency={day.currency} />
      {phone && <DueDay day={day} task={task} />}
      <div className="today-body">
        <p className="today-do">{say(task.title)}</p>
        <p className="today-why">{say(task.reason)}</p>
        <div className="today-meta">
          {task.tier && <TierChip tier={task.tier as Tier} />}
          {task.account && <Link to="/accounts/$id" params={{ id: task.account } as never}>{task.name}</Link>}
          {!phone && <span className="bit">{t(task.area)}</span>}
          {task.user && <span className="bit">{t('today.of', { name: name(task.user) })}</span>}
          {!phone && task.due && <span className="bit"><DueDay day={day} task={task} named /></span>}
          <WhyTask day={day} task={task} title={say(task.title)} />
        </div>
      </div>
      <div className="today-act">
        <Finish task={task} primary={first} />
        <Marks day={day} task={task} title={say(task.title)} onMark={onMark} />
      </div>
    </li>
  )
}

/** Stake is what is expected to be lost, and of which amount that is which part. */
export function Stake({ task: { rule, amount, chance, loss }, currency }: { task: Task; currency: string }) {
  const { t } = useTranslation()
  const phone = usePhone()
  const { sum, share, unit } = useFigures(currency)
  if (loss == null || amount == null || chance == null) return <div className="today-stake"><b className="third">{missing}</b></div>
  const part = chance < 1 ? `${sum(amount)} × ${share(chance, 0)}` : t(`${rule}_amount`)
  return <div className="today-stake" title={t(`${rule}_amount`)}><b>{sum(loss)}</b><small>{phone && `${unit} · `}{part}</small></div>
}

/** DueDay is until when: red once it is late or today, amber within two days. */
export function DueDay({ day, task, named }: { day: Day; task: Task; named?: boolean }) {
  const { t } = useTranslation()
  const { day: short } = useFigures()
  if (!task.due) return null
  const left = (Date.parse(task.due) - Date.parse(day.on)) / 86_400_000
  const hue = left <= 0 ? 'late' : left <= 2 ? 'soon' : undefined
  const text = left === 0 ? t('today.due_today') : left < 0 ? t('today.days_late', { count: -left }) : short(task.due, day.on)
  return <span className={named ? undefined : 'today-due'}>{named && left >= 0 && t('today.due') + ' '}<span className={hue} title={task.due}>{text}</span></span>
}
