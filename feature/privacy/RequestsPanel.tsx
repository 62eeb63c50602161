import { Table } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { today } from '../../ui/day'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { usePhone } from '../../ui/media'
import { type Request, type State, useRequests } from './server'

interface Props {
  state: State
  extra: ReactNode
  onOpen: (id: string) => void
}

/** RequestsPanel lists what people asked, the most urgent first. */
export function RequestsPanel({ state, extra, onOpen }: Props) {
  const { t } = useTranslation()
  const phone = usePhone()
  const figures = useFigures()
  const requests = useRequests(state)
  return (
    <Panel title={t('privacy.requests')} extra={extra}>
      <Fault error={requests.error} onRetry={() => void requests.refetch()} />
      <Table size="small" pagination={false} rowKey="id" loading={requests.isPending} dataSource={requests.data} locale={{ emptyText: <Empty>{t('privacy.no_requests')}</Empty> }}
        onRow={(r: Request) => ({ onClick: () => onOpen(r.id), className: 'request-row' })}
        columns={[
          { title: t('privacy.person'), render: (_, r) => <button type="button" className="link" onClick={() => onOpen(r.id)}>{r.label}</button> },
          { title: t('privacy.kind'), render: (_, r) => t(`privacy.kind_${r.kind}`) },
          ...(phone ? [] : [{ title: t('privacy.received_on'), render: (_: unknown, r: Request) => figures.date(r.received_on) }]),
          { title: t('privacy.due_on'), render: (_, r) => (r.state === 'open' ? <Due day={r.due_on} /> : figures.date(r.due_on)) },
          ...(phone ? [] : [{ title: t('privacy.chosen_short'), align: 'right' as const, render: (_: unknown, r: Request) => r.records.length }]),
        ]} />
    </Panel>
  )
}

/** Due says how long there is to answer. */
export function Due({ day }: { day: string }) {
  const { t } = useTranslation()
  const left = Math.round((Date.parse(day) - Date.parse(today())) / 86_400_000)
  return <StateChip state={left < 0 ? 'blocked' : left < 8 ? 'ask' : 'ok'}>{left < 0 ? t('privacy.late', { n: -left }) : t('privacy.due_in', { n: left })}</StateChip>
}
