import './lifetime.css'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Waiting } from '../../ui/kit/Waiting'
import { Why } from '../../ui/kit/Why'
import { type Basis, useLifetime } from './server'
import { WayChip } from './WayChip'

/** AccountLifetime is what an account will bring, by which way that is known, and why by that one. */
export default function AccountLifetime({ account }: { account: string }) {
  const { t } = useTranslation()
  const [basis, choose] = useState<Basis>('margin')
  const { data, error, refetch } = useLifetime(account, basis)
  const figures = useFigures(data?.currency)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  const { row, why } = data ?? {}
  const facts: [string, string][] = row ? [
    [t('lifetime.five'), figures.sum(row.five)], ...(row.whole === null ? [] : [[t('lifetime.whole'), figures.sum(row.whole)] as [string, string]]),
    [t(basis === 'sales' ? 'lifetime.basis_sales' : 'lifetime.margin'), figures.sum(row.year)], ...(row.alive === null ? [] : [[t('clv.alive'), figures.share(row.alive)] as [string, string]]),
  ] : []
  return (
    <Panel title={t('lifetime.panel')} subtitle={figures.unit} note={basis === 'sales' && t('lifetime.sales_warning')}
      extra={<Segmented<Basis> size="small" aria-label={t('lifetime.basis')} value={basis} onChange={choose} options={(['margin', 'sales'] as const).map((value) => ({ value, label: t(`lifetime.basis_${value}`) }))} />}>
      {!data || !row ? <Waiting rows={3} /> : !data.ready || !why ? <Empty>{t('lifetime.working')}</Empty> : (
        <>
          <p><Why label={t('lifetime.panel')} chip={<WayChip way={row.way} />}>{() => <Reasoned why={why} stand={data.as_of} currency={data.currency} />}</Why></p>
          {row.five !== null && <dl className="lifetime-facts">{facts.map(([title, value]) => <div key={title} style={{ display: 'contents' }}><dt>{title}</dt><dd>{value}</dd></div>)}</dl>}
          {row.why && <p className="third">{t(row.why)}</p>}
        </>
      )}
    </Panel>
  )
}
