import './commitment.css'
import { PlusOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { PromiseForm } from './PromiseForm'
import { Promises } from './Promises'
import { usePromises } from './server'

/** PromisePanel is what an account and we have promised each other. */
export default function PromisePanel({ account }: { account: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const [state, show] = useState<'pending' | 'all'>('pending')
  const [adding, add] = useState(false)
  const { data, error, refetch, hasNextPage, fetchNextPage, isPlaceholderData } = usePromises({ account, state })
  const first = data?.pages[0]
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const button = may('commitment:write') && <Button size="small" icon={<PlusOutlined />} onClick={() => add(true)}>{t('commitment.new')}</Button>
  return (
    <Panel title={t('commitment.promises')} subtitle={t('commitment.panel_says')} stale={isPlaceholderData}
      extra={<span className="commitment-tools">
        <Segmented<'pending' | 'all'> size="small" value={state} onChange={show} aria-label={t('commitment.state')} options={[{ value: 'pending', label: t('commitment.state_pending') }, { value: 'all', label: t('commitment.state_all') }]} />
        {button}
      </span>}>
      <Fault error={error} onRetry={() => void refetch()} />
      {!first ? !error && <Waiting rows={4} /> : rows.length === 0 ? <Empty action={button}>{t('commitment.none_here')}</Empty> : <Promises rows={rows} today={first.today} />}
      {hasNextPage && <Button block onClick={() => void fetchNextPage()}>{t('commitment.more')}</Button>}
      {adding && first && <PromiseForm account={account} today={first.today} onDone={() => add(false)} />}
    </Panel>
  )
}
