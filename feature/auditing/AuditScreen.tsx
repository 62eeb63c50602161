import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown, Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { Fault } from '../../ui/Fault'
import { PageHead } from '../../ui/kit/PageHead'
import { useMay } from '../../ui/me'
import './auditing.css'
import { ChainPanel } from './ChainPanel'
import { LogFilters } from './LogFilters'
import { LogTable } from './LogTable'
import { RetentionPanel } from './RetentionPanel'
import { type Filter, type Log, narrowed, useLog } from './server'

const grants: Record<Log, string> = { changes: 'audit:read', access: 'audit:access', security: 'audit:security', credit: 'audit:credit', cases: 'audit:case' }
const exportable: Log[] = ['changes', 'access', 'security']

/** AuditScreen shows the logs that its reader may read, and how far they can be trusted. */
export default function AuditScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const logs = (Object.keys(grants) as Log[]).filter((log) => may(grants[log]))
  const [{ log, ...filter }, go] = useAddress<Filter & { log: Log }>({ log: logs[0] ?? 'changes', person: '', object: '', verb: '', from: '', to: '' })
  return (
    <div className="audit stack">
      <PageHead title={t('auditing.audit')}>{may('audit:export') && exportable.includes(log) && <Export log={log} filter={filter} />}</PageHead>
      {may('audit:verify') && <div className="audit-trust"><ChainPanel /><RetentionPanel /></div>}
      <Tabs activeKey={log} onChange={(log) => go({ log: log as Log, object: '', verb: '' })} items={logs.map((key) => ({ key, label: t(`auditing.${key}`) }))} />
      <LogFilters filter={filter} onChange={go} />
      <Entries log={log} filter={filter} />
    </div>
  )
}

function Entries({ log, filter }: { log: Log; filter: Filter }) {
  const { t } = useTranslation()
  const pages = useLog(log, filter)
  return (
    <section className="panel">
      <Fault error={pages.error} onRetry={() => void pages.refetch()} />
      <LogTable lines={pages.data?.pages.flatMap((page) => page.lines)} none={t('auditing.none')} />
      {pages.hasNextPage && <Button type="text" block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('auditing.more')}</Button>}
    </section>
  )
}

function Export({ log, filter }: { log: Log; filter: Filter }) {
  const { t } = useTranslation()
  const address = (format: string) => `/api/audit/${log}/export?${new URLSearchParams({ ...narrowed(filter), format } as Record<string, string>)}`
  return (
    <Dropdown trigger={['click']} menu={{ items: ['xlsx', 'csv'].map((format) => ({ key: format, label: <a href={address(format)}>{t('ui.save_as', { kind: format.toUpperCase() })}</a> })) }}>
      <Button icon={<DownloadOutlined />}>{t('auditing.export')}</Button>
    </Dropdown>
  )
}
