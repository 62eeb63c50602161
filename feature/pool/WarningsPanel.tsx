import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Empty } from '../../ui/kit/Empty'
import { Explanation } from '../../ui/kit/Explanation'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { Why } from '../../ui/kit/Why'
import { useMay } from '../../ui/me'
import { usePeople } from '../../ui/people'
import { useWarnings, type Warned } from './server'

/** WarningsPanel lists what is about to fall into the pool, the earliest first. */
export function WarningsPanel() {
  const { t } = useTranslation()
  const may = useMay()
  const { data, error, refetch, hasNextPage, fetchNextPage } = useWarnings()
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const asOf = data?.pages[0]?.as_of ?? ''
  return (
    <Panel title={t('pool.warnings')} subtitle={t('pool.warnings_says')} note={asOf && t('pool.as_of', { on: asOf })}
      extra={may('pool:export') && <Button size="small" href="/api/pool/warnings/export" aria-label={`${t('pool.export_warnings')} ${t('pool.warnings')}`}>{t('pool.export_warnings')}</Button>}>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data ? !error && <Waiting rows={3} /> : rows.length === 0 ? <Empty>{t('pool.no_warnings')}</Empty> : <Table rows={rows} asOf={asOf} />}
      {hasNextPage && <Button block onClick={() => void fetchNextPage()}>{t('pool.more')}</Button>}
    </Panel>
  )
}

function Table({ rows, asOf }: { rows: Warned[]; asOf: string }) {
  const { t } = useTranslation()
  const { name } = usePeople()
  return (
    <div className="pool-scroll" tabIndex={0} role="group" aria-label={t('pool.warnings')}>
      <table className="pool-rows">
        <thead><tr><th scope="col">{t('pool.name')}</th><th scope="col">{t('pool.last')}</th><th scope="col">{t('pool.due')}</th><th scope="col">{t('pool.owner')}</th></tr></thead>
        <tbody>
          {rows.map((w) => (
            <tr key={w.account}>
              <td className="cut"><Link to="/accounts/$id" params={{ id: w.account } as never} title={w.name}>{w.name}</Link><small className="third">{w.code}</small></td>
              <td>{w.last}<small className="third">{t(`pool.by_${w.by}`)}</small></td>
              <td><Why label={t('pool.explain_title', { name: w.name })} chip={<span className="soon">{w.due}</span>}>{() => <Because row={w} asOf={asOf} />}</Why></td>
              <td>{name(w.owner)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Because says by which rule an account falls, and what would keep it. */
export function Because({ row, asOf }: { row: Warned; asOf: string }) {
  const { t } = useTranslation()
  const passed = Math.round((Date.parse(asOf) - Date.parse(row.last)) / 86_400_000)
  return (
    <Explanation title={t('pool.explain_title', { name: row.name })} stand={asOf} hue="state-ask"
      inputs={[{ name: t('pool.days'), source: `${row.last} · ${t(`pool.by_${row.by}`)}`, value: String(passed), cut: String(row.days), reach: passed / (row.days * 1.2), tick: 1 / 1.2 }]}
      rule={t('pool.explain_rule', { class: t(`pool.class_${row.class}`), days: row.days })}
      changes={[{ direction: 'up', sentence: t('pool.explain_changes') }]} />
  )
}
