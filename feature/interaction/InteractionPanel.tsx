import './interaction.css'
import { PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { Entries } from './Entries'
import { LogForm } from './LogForm'
import { type Channel, channels, useLog } from './server'

/** InteractionPanel is when we were in touch with an account, by whichever way. */
export default function InteractionPanel({ account }: { account: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const { count } = useFigures()
  const [channel, only] = useState<Channel | ''>('')
  const [adding, add] = useState(false)
  const { data, error, refetch, hasNextPage, fetchNextPage, isPlaceholderData } = useLog(account, channel || undefined)
  const first = data?.pages[0]
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const button = first?.may && <Button size="small" icon={<PlusOutlined />} onClick={() => add(true)}>{t('interaction.log')}</Button>
  const sheet = () => ({ columns: [t('interaction.channel'), t('interaction.direction_out'), t('interaction.direction_in')], rows: (first?.channels ?? []).map((c) => [t(`interaction.channel_${c.channel}`), c.out, c.in]) })
  return (
    <Panel title={t('interaction.panel')} subtitle={t('interaction.panel_says')} stale={isPlaceholderData} sheet={first && first.channels.length > 0 ? sheet : undefined}
      extra={<span className="interaction-tools">
        <Select<Channel | ''> size="small" value={channel} onChange={only} aria-label={t('interaction.channel')} popupMatchSelectWidth={false} options={[{ value: '', label: t('interaction.every_way') }, ...channels.map((value) => ({ value, label: t(`interaction.channel_${value}`) }))]} />
        {may('interaction:export') && <Button size="small" href={`/api/interactions/export?account=${account}`}>{t('interaction.export')}</Button>}
        {button}
      </span>}>
      <Fault error={error} onRetry={() => void refetch()} />
      {!first ? !error && <Waiting rows={5} /> : <>
        {first.count > 0 && (
          <p className="interaction-sum">
            {first.last ? t('interaction.last_on', { on: first.last }) : t('interaction.never')} · {t('interaction.in_all', { count: count(first.count) })}
            {first.waiting > 0 && ` · ${t('interaction.waiting', { count: count(first.waiting) })}`}
            {first.channels.length > 0 && <span className="third"> · {t('interaction.of_year')}{first.channels.map((c) => ` ${t(`interaction.channel_${c.channel}`)} ${count(c.out + c.in)}`).join('、')}</span>}
          </p>
        )}
        {rows.length === 0 ? <Empty action={button}>{t(channel ? 'interaction.none_such' : 'interaction.none')}</Empty> : <Entries rows={rows} contacts={first.contacts} />}
        {hasNextPage && <Button block onClick={() => void fetchNextPage()}>{t('interaction.more')}</Button>}
        {adding && <LogForm account={account} contacts={first.contacts} onDone={() => add(false)} />}
      </>}
    </Panel>
  )
}
