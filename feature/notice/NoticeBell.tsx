import { BellOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Badge, Button, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { usePhone } from '../../ui/media'
import { type Told, useNotices, useRead } from './server'
import './notice.css'

/** NoticeBell is what the user was told, from any screen. */
export default function NoticeBell() {
  const { t } = useTranslation()
  const phone = usePhone()
  const [open, setOpen] = useState(false)
  const unread = useNotices().data?.unread ?? 0
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" placement="bottomRight" destroyOnHidden content={<NoticeList onLeave={() => setOpen(false)} />}>
      <Badge count={unread} overflowCount={99} size="small" offset={phone ? [-13, 12] : [-7, 7]}>
        <Button type="text" icon={<BellOutlined />} aria-expanded={open} aria-label={unread ? t('notice.unread', { count: unread }) : t('notice.notices')} />
      </Badge>
    </Popover>
  )
}

function NoticeList({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation()
  const go = useNavigate()
  const { data, error, refetch } = useNotices()
  const read = useRead()
  const leave = (to: string) => {
    onLeave()
    void go({ to } as never)
  }
  const open = (notice: Told) => {
    if (!notice.read) read.mutate({ only: [notice.id] })
    leave(notice.path)
  }
  const latest = data?.rows[0]
  return (
    <div className="notices">
      <header>
        <b>{t('notice.notices')}</b>
        <i className="grow" />
        {latest && Boolean(data?.unread) && <Button type="link" size="small" loading={read.isPending} onClick={() => read.mutate({ up_to: latest.id })}>{t('notice.read_all')}</Button>}
        <Button type="link" size="small" onClick={() => leave('/me')}>{t('notice.settings')}</Button>
      </header>
      <Fault error={error ?? read.error} onRetry={() => void refetch()} />
      {data?.rows.length === 0 && <Empty>{t('notice.none')}</Empty>}
      <ul>{data?.rows.map((notice) => <NoticeLine key={notice.id} notice={notice} onOpen={() => open(notice)} />)}</ul>
    </div>
  )
}

function NoticeLine({ notice, onOpen }: { notice: Told; onOpen: () => void }) {
  const { t } = useTranslation()
  const { time } = useFigures()
  return (
    <li className={notice.read ? 'read' : ''}>
      <button type="button" onClick={onOpen}>
        <span>{notice.says}{!notice.read && <em className="unseen">{t('notice.new')}</em>}</span>
        <small>{time(notice.made / 1000)}</small>
      </button>
    </li>
  )
}
