import { CheckOutlined, ClockCircleOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePanels } from '../../ui/Slot'
import { delays } from './day'
import { type Day, type Marking, type Task, useRefresh } from './server'

/** Finish is the way to do a task: in place, where the feature that offers it has a form for it, else where it is done. */
export function Finish({ task, primary, text }: { task: Task; primary?: boolean; text?: string }) {
  const { t } = useTranslation()
  const go = useNavigate()
  const refresh = useRefresh()
  const [open, setOpen] = useState(false)
  const form = usePanels('today.do').find(({ title }) => title === task.rule)
  const start = () => (form ? setOpen(true) : void go({ href: task.path }))
  const done = (finished: boolean) => {
    setOpen(false)
    if (finished) void refresh()
  }
  return (
    <>
      {text ? <button type="button" className="today-link" onClick={start}>{text}</button> : <Button type={primary ? 'primary' : 'default'} onClick={start}>{t(task.does)}</Button>}
      {open && form && <Suspense><form.View task={task} onDone={done} /></Suspense>}
    </>
  )
}

interface MarksProps {
  day: Day
  task: Task
  title: string
  small?: boolean
  onMark: (m: Marking, text: string) => void
}

/** Marks tick a task off, or put it off to another day. */
export function Marks({ day, task, title, small, onMark }: MarksProps) {
  const { t } = useTranslation()
  const days = delays(day.on)
  const later = (until: string) => {
    const day = days.find((one) => one.until === until)
    if (day) onMark({ task, until }, t('today.put_off', { day: t(day.key) }))
  }
  const size = small ? 'small' : 'middle'
  return (
    <span className="today-marks">
      <Button type="text" size={size} icon={<CheckOutlined />} title={t('today.tick')} aria-label={`${t('today.tick')} ${title}`} onClick={() => onMark({ task }, t('today.ticked'))} />
      <Dropdown trigger={['click']} menu={{ items: days.map(({ key, until }) => ({ key: until, label: `${t(key)} ${until.slice(5)}` })), onClick: ({ key }) => later(key) }}>
        <Button type="text" size={size} icon={<ClockCircleOutlined />} title={t('today.later')} aria-label={`${t('today.later')} ${title}`} />
      </Dropdown>
    </span>
  )
}
