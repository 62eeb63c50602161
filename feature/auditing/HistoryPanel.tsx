import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import './auditing.css'
import { LogTable } from './LogTable'
import { useHistory } from './server'

/** HistoryPanel tells who changed what about an account, and what it was before. */
export default function HistoryPanel({ account }: { account: string }) {
  const { t } = useTranslation()
  const pages = useHistory(account)
  const lines = pages.data?.pages.flatMap((page) => page.lines)
  const more = pages.hasNextPage && <button type="button" className="link small" onClick={() => void pages.fetchNextPage()}>{t('auditing.more')}</button>
  return (
    <Panel title={t('auditing.history')} extra={more} className="audit">
      <Fault error={pages.error} onRetry={() => void pages.refetch()} />
      {pages.isPending && <Waiting rows={3} />}
      {lines?.length === 0 && <Empty>{t('auditing.nothing')}</Empty>}
      {lines && lines.length > 0 && <LogTable plain lines={lines} none={t('auditing.nothing')} />}
    </Panel>
  )
}
