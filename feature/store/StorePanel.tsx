import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { CheckForm } from './CheckForm'
import { CheckLine } from './CheckLine'
import { type Sheet, useChecks } from './server'
import './store.css'

/** StorePanel is how the shops of an account show what we sell there. */
export default function StorePanel({ account }: { account: string }) {
  const { t } = useTranslation()
  const pages = useChecks(account)
  const [editing, edit] = useState<Sheet | 'new'>()
  const [first] = pages.data?.pages ?? []
  const rows = pages.data?.pages.flatMap((p) => p.rows) ?? []
  const add = first?.may && <Button size="small" icon={<PlusOutlined />} onClick={() => edit('new')}>{t('store.add')}</Button>
  return (
    <Panel title={t('store.checks')} extra={rows.length > 0 && add}>
      <Fault error={pages.error} onRetry={() => void pages.refetch()} />
      {!first && !pages.error && <Waiting rows={3} />}
      {first && rows.length === 0 && <Empty action={add}>{t('store.none')}</Empty>}
      <ul className="store-checks">{rows.map((sheet) => <CheckLine key={sheet.id} sheet={sheet} may={first!.may} onEdit={() => edit(sheet)} />)}</ul>
      {pages.hasNextPage && <Button block type="text" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('store.more')}</Button>}
      {editing && <CheckForm account={account} shops={first?.shops ?? []} sheet={editing === 'new' ? undefined : editing} onDone={() => edit(undefined)} />}
    </Panel>
  )
}
