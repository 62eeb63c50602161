import { PlusOutlined } from '@ant-design/icons'
import { Button, Popconfirm, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { usePhone } from '../../ui/media'
import { FeedForm } from './FeedForm'
import { type Feed, useFeeds, useRevoke } from './server'

/** FeedPanel lists the calendars that fetch the user's visits, and ends them. */
export default function FeedPanel() {
  const { t } = useTranslation()
  const phone = usePhone()
  const { time } = useFigures()
  const { data, error, refetch } = useFeeds()
  const revoke = useRevoke()
  const [adding, add] = useState(false)
  const fetched = (feed: Feed) => (feed.used ? time(feed.used / 1000) : t('calendar.used_never'))
  return (
    <Panel title={t('calendar.feeds')} subtitle={t('calendar.feeds_says')} extra={<Button size="small" icon={<PlusOutlined />} disabled={!data} onClick={() => add(true)}>{t('calendar.add')}</Button>}>
      <Fault error={error ?? revoke.error} onRetry={() => void refetch()} />
      <Table size="small" pagination={false} rowKey="id" loading={!data && !error} dataSource={data} locale={{ emptyText: <span className="third">{t('calendar.feeds_none')}</span> }}
        columns={[
          { title: t('calendar.where'), render: (_, f) => <><b>{f.name}</b><div className="third">{t(`calendar.detail_${f.detail}`)}{phone && ` · ${fetched(f)}`}</div></> },
          ...(phone ? [] : [{ title: t('calendar.used'), width: 170, render: (_: unknown, f: Feed) => fetched(f) }]),
          { title: <span className="unseen">{t('ui.actions')}</span>, width: 80, align: 'right', render: (_, f) => (
            <Popconfirm title={t('calendar.revoke_ask', { name: f.name })} onConfirm={() => revoke.mutate(f.id)}>
              <Button type="link" size="small" danger>{t('calendar.revoke')}</Button>
            </Popconfirm>
          ) },
        ]} />
      {adding && <FeedForm onClose={() => add(false)} />}
    </Panel>
  )
}
