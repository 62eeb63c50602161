import type { TableColumnType } from 'antd'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Reply } from '../../ui/api'
import { type Figures, missing, useFigures } from '../../ui/figures'
import { ClassChip, PlainChip, StateChip, TierChip } from '../../ui/kit/Chip'
import { useMay } from '../../ui/me'
import { Slot } from '../../ui/Slot'
import type { Class, State, Tier } from '../../ui/theme'

export type Row = Reply<'/api/accounts'>['rows'][number]

export interface Column {
  key: string
  title: string
  width: number
  /** the server can put the list in this order */
  sorts?: boolean
  number?: boolean
  /** comes from the revenue, which not everybody may read */
  revenue?: boolean
  show: (row: Row, figures: Figures) => React.ReactNode
}

/** The columns that a list shows until its reader chooses others. */
export const usualColumns = 'code,tier,class,sales,last_order,stage,region,industry,owner'

/** useColumns are all columns that the reader may read. */
export function useColumns(): Column[] {
  const { t } = useTranslation()
  const figures = useFigures()
  const stage = useStageName()
  const revenue = useMay()('revenue:read')
  const all: Column[] = [
    { key: 'name', title: t('account.name'), width: 200, sorts: true, show: (r) => <><Link to="/accounts/$id" params={{ id: r.id } as never} title={r.name}>{r.name}</Link> <Slot name="account.mark" account={r.id} /></> },
    { key: 'code', title: t('account.code'), width: 80, sorts: true, show: (r) => <span className="third">{r.code}</span> },
    { key: 'tier', title: t('account.tier'), width: 100, revenue: true, show: ({ figures: f }) => (f?.tier ? <TierChip tier={f.tier as Tier} /> : none) },
    { key: 'class', title: t('account.abc'), width: 76, sorts: true, revenue: true, show: ({ figures: f }) => (f?.abc ? <ClassChip space="ABC" grade={f.abc as Class} /> : none) },
    { key: 'rfm', title: t('account.rfm'), width: 84, revenue: true, show: ({ figures: f }) => (f?.rfm ? <PlainChip>RFM {f.rfm}</PlainChip> : none) },
    { key: 'key', title: t('account.key_account'), width: 84, revenue: true, show: ({ figures: f }) => (f?.key_account ? <StateChip state="info">{t('account.key_account')}</StateChip> : none) },
    { key: 'sales', title: t('account.sales', { unit: figures.unit }), width: 158, sorts: true, number: true, revenue: true, show: ({ figures: f }, figures) => figures.sum(f?.sales_minor) },
    { key: 'last_order', title: t('account.last_order'), width: 100, sorts: true, number: true, revenue: true, show: ({ figures: f }, figures) => figures.date(f?.last_order) },
    { key: 'stage', title: t('account.stage'), width: 72, revenue: true, show: (r) => <>{stage(r.stage)}{r.slowing && <span className="soon" title={t('account.slowing')}> ▽</span>}</> },
    { key: 'region', title: t('account.region'), width: 76, sorts: true, show: (r) => r.region || none },
    { key: 'city', title: t('account.city'), width: 88, show: (r) => r.city || none },
    { key: 'industry', title: t('account.industry'), width: 92, sorts: true, show: (r) => r.industry || none },
    { key: 'owner', title: t('account.owner'), width: 76, sorts: true, show: (r) => r.owner_name || none },
    { key: 'status', title: t('account.status'), width: 92, sorts: true, show: (r) => <Status status={r.status} /> },
  ]
  return all.filter((column) => revenue || !column.revenue)
}

const none = <span className="third">{missing}</span>

/** useStageName says how far along an account is. */
export function useStageName() {
  const { t } = useTranslation()
  const names: Record<string, string> = {
    potential: t('account.stage_potential'), new: t('account.stage_new'), stable: t('account.stage_stable'),
    old: t('account.stage_old'), dormant: t('account.stage_dormant'), lost: t('account.stage_lost'),
  }
  return (stage?: string) => (stage && (names[stage] ?? stage)) || missing
}

/** Status is whether we trade with the account at all. */
export function Status({ status }: { status: string }) {
  const { t } = useTranslation()
  const names: Record<string, [State, string]> = {
    active: ['ok', t('account.status_active')], suspended: ['ask', t('account.status_suspended')], closed: ['blocked', t('account.status_closed')],
  }
  const [state, name] = names[status] ?? ['info', status]
  return <StateChip state={state}>{name}</StateChip>
}

/** tableColumns puts the chosen columns into the table's words. */
export function tableColumns(all: Column[], chosen: string[], sort: string, desc: boolean, figures: Figures): TableColumnType<Row>[] {
  return all.filter((c) => c.key === 'name' || chosen.includes(c.key)).map((c) => ({
    key: c.key,
    title: c.title,
    width: c.width,
    align: c.number ? 'right' : 'left',
    ellipsis: c.key === 'name' || c.key === 'industry',
    fixed: c.key === 'name' ? 'left' : undefined,
    sorter: c.sorts,
    sortDirections: c.number ? ['descend', 'ascend', 'descend'] : ['ascend', 'descend', 'ascend'],
    sortOrder: c.key === sort ? (desc ? 'descend' : 'ascend') : null,
    render: (_, row) => c.show(row, figures),
  }))
}
