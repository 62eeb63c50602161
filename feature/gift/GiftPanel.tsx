import './gift.css'
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { GiftTable } from './GiftTable'
import { GiveForm } from './GiveForm'
import { useGifts } from './server'

/** GiftPanel is what was given to people at an account. */
export default function GiftPanel({ account }: { account: string }) {
  const { t } = useTranslation()
  const [giving, give] = useState(false)
  const { data, error, refetch, hasNextPage, fetchNextPage } = useGifts({ account })
  const first = data?.pages[0]
  const { exact } = useFigures(first?.currency)
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const button = first?.may && <Button size="small" icon={<PlusOutlined />} onClick={() => give(true)}>{t('gift.give')}</Button>
  return (
    <Panel title={t('gift.gifts')} subtitle={first && t('gift.limits', { limit: exact(first.limit), yearly: exact(first.yearly), currency: first.currency })} extra={rows.length > 0 && button}>
      <Fault error={error} onRetry={() => void refetch()} />
      {!first ? !error && <Waiting rows={3} /> : rows.length === 0 ? <Empty action={button}>{t('gift.none_here')}</Empty> : <GiftTable rows={rows} />}
      {hasNextPage && <Button block onClick={() => void fetchNextPage()}>{t('gift.more')}</Button>}
      {giving && first && <GiveForm account={account} register={first} onDone={() => give(false)} />}
    </Panel>
  )
}
