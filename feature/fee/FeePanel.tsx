import './fee.css'
import { PlusOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { today } from '../../ui/day'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { AskForm } from './AskForm'
import { FeeTable } from './FeeTable'
import { ResultPanel } from './ResultPanel'
import { useFees } from './server'

/** FeePanel is what is spent on an account: what was asked for, and whether its margin covers it. */
export default function FeePanel({ account }: { account: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const [asking, ask] = useState(false)
  const { data, error, refetch, hasNextPage, fetchNextPage } = useFees({ account })
  const first = data?.pages[0]
  const { exact } = useFigures(first?.currency)
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const year = today().slice(0, 4)
  const button = may('fee:request') && <Button size="small" icon={<PlusOutlined />} onClick={() => ask(true)}>{t('fee.ask')}</Button>
  return (
    <div className="stack">
      <Panel title={t('fee.fees')} subtitle={first && t('fee.here', { agreed: exact(first.agreed), paid: exact(first.paid), currency: first.currency })}
        extra={<>{rows.length > 0 && button} <Link to={'/money/fees' as never}>{t('fee.all')}</Link></>}>
        <Fault error={error} onRetry={() => void refetch()} />
        {!first ? !error && <Waiting rows={3} /> : rows.length === 0 ? <Empty action={button}>{t('fee.none_here')}</Empty> : <FeeTable rows={rows} types={first.types} />}
        {hasNextPage && <Button block onClick={() => void fetchNextPage()}>{t('fee.more')}</Button>}
        {asking && first && <AskForm account={account} types={first.types} currency={first.currency} onDone={() => ask(false)} />}
      </Panel>
      {may('margin:read') && <ResultPanel account={account} from={`${year}-01-01`} until={`${year}-12-31`} types={first?.types} />}
    </div>
  )
}
