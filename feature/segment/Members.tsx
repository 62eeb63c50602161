import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Waiting } from '../../ui/kit/Waiting'
import { type Definition, type Member, useFound } from './server'

/** Members are the accounts that a definition finds, the largest first. */
export function Members({ definition, band }: { definition: Definition; band: number }) {
  const { t } = useTranslation()
  const pages = useFound(definition, band)
  const [first] = pages.data?.pages ?? []
  if (pages.error) return <Fault error={pages.error} onRetry={() => void pages.refetch()} />
  if (!first) return <Waiting rows={8} />
  const rows = pages.data?.pages.flatMap((p) => p.rows) ?? []
  if (!rows.length) return <Empty>{t('segment.nobody')}</Empty>
  return (
    <>
      <Rows rows={rows} currency={first.currency} />
      {pages.hasNextPage && <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('segment.more')}</Button>}
    </>
  )
}

/** Rows list accounts with what they buy. */
export function Rows({ rows, currency }: { rows: Member[]; currency?: string }) {
  const { t } = useTranslation()
  const figures = useFigures(currency)
  return (
    <div className="sheet segment-rows" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('segment.field_name')}</th>
            <th scope="col" className="number">{t('segment.sales')} {figures.unit}</th>
            <th scope="col" className="number">{t('segment.growth')}</th>
            <th scope="col" className="number">{t('segment.field_last_order')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((m) => (
            <tr key={m.id}>
              <td><Link to="/accounts/$id" params={{ id: m.id } as never}>{m.name}</Link> {m.abc && <span className="chip chip-plain">ABC {m.abc}</span>}</td>
              <td className="number">{figures.sum(m.sales)}</td>
              <td className="number">{figures.change(m.growth)}</td>
              <td className="number third">{figures.day(m.last_order)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
