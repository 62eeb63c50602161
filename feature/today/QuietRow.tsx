import { Link } from '@tanstack/react-router'
import { missing, useFigures } from '../../ui/figures'
import { usePhone } from '../../ui/media'
import { Finish, Marks } from './Finish'
import { useSay } from './say'
import type { Day, Marking, Task } from './server'
import { DueDay } from './TaskRow'

/** QuietRow is something that can wait, in one line. */
export function QuietRow({ day, task, onMark }: { day: Day; task: Task; onMark: (m: Marking, text: string) => void }) {
  const say = useSay(day.on, day.currency)
  const { sum } = useFigures(day.currency)
  const phone = usePhone()
  return (
    <li>
      {!phone && <span className="third number-left">{task.loss == null ? missing : sum(task.loss)}</span>}
      <span className="today-line"><Finish task={task} text={say(task.title)} /></span>
      <span className="cut">{task.account && <Link to="/accounts/$id" params={{ id: task.account } as never} title={task.name}>{task.name}</Link>}</span>
      <DueDay day={day} task={task} />
      <Marks day={day} task={task} title={say(task.title)} onMark={onMark} small />
    </li>
  )
}
