import { EditOutlined, UserAddOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { today } from '../../ui/day'
import { useFigures } from '../../ui/figures'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { Why } from '../../ui/kit/Why'
import { useMay } from '../../ui/me'
import { usePhone } from '../../ui/media'
import { usePeople } from '../../ui/people'
import { Entrust } from './Entrust'
import { Reason } from './Reason'
import { type KeyAccount, useKeyAccounts } from './register'
import { useRuleName } from './rules'

/** KeyAccounts lists the register, and lets managers be named: one by one, or for many at once. */
export function KeyAccounts({ lacks }: { lacks: 'manager' | 'overdue' | undefined }) {
  const { t } = useTranslation()
  const pages = useKeyAccounts(lacks)
  const people = usePeople()
  const may = useMay()
  const phone = usePhone()
  const [chosen, choose] = useState<KeyAccount[]>([])
  const [naming, name] = useState<KeyAccount[]>()
  const [first] = pages.data?.pages ?? []
  const figures = useFigures(first?.currency)
  if (pages.error) return <Fault error={pages.error} onRetry={() => void pages.refetch()} />
  if (!first) return <Waiting rows={10} />
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  const bulk = may('portfolio:entrust')
  const manager = (row: KeyAccount) => <Manager row={row} name={people.name(row.manager)} onName={bulk ? () => name([row]) : undefined} />
  const sheet = () => ({
    columns: [t('portfolio.account'), t('portfolio.code'), t('portfolio.because'), t('portfolio.since'), t('portfolio.manager'), t('portfolio.manager_due'), t('portfolio.amount_in', { unit: figures.unit })],
    rows: rows.map((r) => [r.name, r.code, r.rules.join(' '), r.since, people.name(r.manager), r.manager_due ?? '', r.amount / 100]),
  })
  return (
    <Panel title={t(`portfolio.show_${lacks ?? 'all'}`)} sheet={sheet} subtitle={t('portfolio.register_says', { count: figures.count(first.count), share: figures.share(first.coverage.share) })}
      extra={chosen.length > 0 && <Button size="small" type="primary" icon={<UserAddOutlined />} onClick={() => name(chosen)}>{t('portfolio.entrust_n', { n: chosen.length })}</Button>}>
      {rows.length === 0 ? <Empty>{t(lacks ? 'portfolio.nothing_lacks' : 'portfolio.no_key_accounts')}</Empty> : (
        <Table<KeyAccount> size="small" rowKey="id" pagination={false} dataSource={rows} tableLayout="fixed"
          rowSelection={bulk ? { columnWidth: 36, selectedRowKeys: chosen.map((r) => r.id), onChange: (_, picked) => choose(picked), getCheckboxProps: (row) => ({ 'aria-label': row.name }) as object } : undefined}
          columns={[
            { title: t('portfolio.account'), render: (_, row) => <Name row={row}>{phone && <><Because row={row} />{manager(row)}</>}</Name> },
            ...(phone ? [] : [
              { title: t('portfolio.because'), render: (_: unknown, row: KeyAccount) => <Because row={row} /> },
              { title: t('portfolio.since'), width: 104, render: (_: unknown, row: KeyAccount) => <span className="number third">{row.since}</span> },
              { title: t('portfolio.manager'), width: 220, render: (_: unknown, row: KeyAccount) => manager(row) },
              { title: t('portfolio.amount_in', { unit: figures.unit }), width: 120, align: 'right' as const, render: (_: unknown, row: KeyAccount) => <span className="number">{figures.sum(row.amount)}</span> },
            ]),
          ]} />
      )}
      {pages.hasNextPage && <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('portfolio.more')}</Button>}
      {naming && <Entrust accounts={naming} onClose={() => { name(undefined); choose([]) }} />}
    </Panel>
  )
}

function Name({ row, children }: { row: KeyAccount; children?: React.ReactNode }) {
  return (
    <>
      <Link className="cut" to="/accounts/$id" params={{ id: row.id } as never} title={row.name}>{row.name}</Link>
      <div className="third">{row.code}</div>
      {children}
    </>
  )
}

function Because({ row }: { row: KeyAccount }) {
  const { t } = useTranslation()
  const ruleName = useRuleName()
  return (
    <Why label={`${row.name}: ${row.rules.map(ruleName).join(' · ') || t('portfolio.lapsed')}`} chip={<span className="chips">
      {row.rules.map((rule) => <PlainChip key={rule}>{ruleName(rule)}</PlainChip>)}
      {row.lapse && <span className="soon">{t('portfolio.lapsed')}</span>}
    </span>}>{() => <Reason account={row.id} model="register" />}</Why>
  )
}

function Manager({ row, name, onName }: { row: KeyAccount; name: string; onName?: () => void }) {
  const { t } = useTranslation()
  const late = row.manager_due && row.manager_due < today()
  const edit = onName && <Button type="text" size="small" icon={<EditOutlined />} aria-label={t('portfolio.entrust_of', { name: row.name })} onClick={onName} />
  if (row.manager) return <span className="manager">{name}{edit}</span>
  return <span className="manager">{row.manager_due ? <StateChip state={late ? 'blocked' : 'ask'}>{t(late ? 'portfolio.manager_late' : 'portfolio.manager_until', { date: row.manager_due })}</StateChip> : <span className="third">{t('portfolio.manager_none')}</span>}{edit}</span>
}
