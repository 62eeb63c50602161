import { Button } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { usePhone } from '../../ui/media'
import { QuietRow } from './QuietRow'
import type { Day, Marking } from './server'
import { TaskRow } from './TaskRow'

interface Props {
  day: Day
  group: Day['groups'][number]
  /** its first task is the one to begin with */
  first: boolean
  onMark: (m: Marking, text: string) => void
  onAll?: () => void
}

const shownQuiet = 3

/** GroupPanel is the tasks of one urgency: now, this week, whenever there is time. */
export function GroupPanel({ day, group: { key, count, loss, tasks }, first, onMark, onAll }: Props) {
  const { t } = useTranslation()
  const { sum, unit } = useFigures(day.currency)
  const phone = usePhone()
  const id = useId()
  const quiet = key === 'wait'
  const shown = quiet && onAll ? tasks.slice(0, shownQuiet) : tasks
  return (
    <section className={quiet ? 'today-group quiet' : 'today-group'} aria-labelledby={id}>
      <header>
        <h2 id={id}>{t(`today.group_${key}`)}</h2>
        <small>{loss > 0 ? t('today.group_loss', { count, n: count, sum: sum(loss), unit }) : t(quiet ? 'today.group_quiet' : 'today.group_count', { count, n: count })}</small>
        <i className="grow" />
        {count > shown.length && onAll && <Button type="link" size="small" onClick={onAll}>{t('today.more', { count: count - shown.length })}</Button>}
        {count > shown.length && !onAll && <small>{t('today.first', { count: shown.length })}</small>}
        {!quiet && !phone && loss > 0 && <small>{unit}</small>}
      </header>
      <ul>
        {shown.map((task, i) => {
          const name = task.rule + (task.account ?? '') + (task.subject ?? '')
          return quiet ? <QuietRow key={name} day={day} task={task} onMark={onMark} /> : <TaskRow key={name} day={day} task={task} first={first && i === 0} onMark={onMark} />
        })}
      </ul>
    </section>
  )
}
