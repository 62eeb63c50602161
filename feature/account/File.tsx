import { EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { missing, useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { useMay } from '../../ui/me'
import type { Account } from './AccountScreen'
import { Status } from './columns'
import { EditAccount } from './EditAccount'

/** File is what we have on record about the company itself. */
export function File({ account: a }: { account: Account }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const may = useMay()
  const [editing, edit] = useState(false)
  const entries: [string, React.ReactNode][] = [
    [t('account.name'), a.name], [t('account.short_name'), a.short_name], [t('account.code'), a.code],
    [t('account.uscc'), a.uscc], [t('account.phone'), a.phone], [t('account.status'), <Status key="status" status={a.status} />],
    [t('account.region'), a.region], [t('account.city'), a.city], [t('account.industry'), a.industry],
    [t('account.ownership'), a.ownership], [t('account.employees'), figures.count(a.employees)],
    [t('account.revenue', { unit: figures.unit }), figures.sum(a.revenue_minor)],
    [t('account.source'), a.source], [t('account.opened_on'), figures.date(a.opened_on)],
  ]
  return (
    <Panel title={t('account.file')} extra={may('account:write') && <Button size="small" icon={<EditOutlined />} onClick={() => edit(true)}>{t('account.edit')}</Button>}>
      {editing && <EditAccount id={a.id} onClose={() => edit(false)} />}
      <dl className="file">{entries.map(([title, value]) => <div key={title}><dt>{title}</dt><dd>{value || missing}</dd></div>)}</dl>
    </Panel>
  )
}
