import './collection.css'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Lists } from '../../ui/kit/Lists'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { type Row, useList } from './server'

const lists = ['steps', 'disputes', 'promises', 'letters', 'stops', 'writeoffs', 'expected'] as const

/** ListScreen are the accounts that are asked for money, the latest first. */
export default function ListScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useList()
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <div className="stack">
      <PageHead title={t('collection.collection')} note={t('collection.says_list')}>
        <Link to={'/money/expected' as never}>{t('collection.calendar')}</Link>
        {may('collection:export') && <Lists of={t('collection.collection')} parts={lists.map((list) => ({
          title: t(`collection.${list}`),
          out: ['xlsx', 'csv'].map((format) => ({ kind: format.toUpperCase(), address: `/api/money/collection/export?list=${list}&format=${format}` })),
        }))} />}
      </PageHead>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data ? !error && <Waiting rows={8} /> : (
        <Panel title={t('collection.collection')}>
          {rows.length > 0 ? <Rows rows={rows} currency={data.pages[0]!.currency} /> : !hasNextPage && <Empty action={<Link to="/accounts">{t('ui.to_accounts')}</Link>}>{t('collection.nobody')}</Empty>}
          {hasNextPage && <Button block className="collection-more" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('collection.more')}</Button>}
        </Panel>
      )}
    </div>
  )
}

function Rows({ rows, currency }: { rows: Row[]; currency: string }) {
  const { t } = useTranslation()
  const { exact } = useFigures(currency)
  return (
    <div className="collection-scroll" tabIndex={0} role="group" aria-label={t('collection.collection')}>
      <table className="collection-rows">
        <thead><tr><th scope="col">{t('collection.account')}</th><th scope="col">{t('collection.number')}</th><th scope="col" className="number">{t('collection.days_late')}</th><th scope="col" className="number">{t('collection.asked')}</th><th scope="col" className="number">{t('collection.disputed')}</th><th scope="col">{t('collection.step')}</th><th scope="col">{t('collection.next')}</th></tr></thead>
        <tbody>{rows.map((r) => (
          <tr key={r.account}>
            <td className="collection-words"><Link to="/accounts/$id" params={{ id: r.account } as never} search={{ tab: 'ledger.money' } as never}>{r.name}</Link></td>
            <td>{r.course.number}</td>
            <td className="number">{r.course.number && Math.max(0, r.course.days)}</td>
            <td className="number"><b>{exact(r.course.asked)}</b></td>
            <td className="number">{r.disputed > 0 && exact(r.disputed)}</td>
            <td><Standing row={r} /></td>
            <td>{r.course.next && `${r.course.next} ${t(`collection.step_${r.course.steps[r.course.reached + 1]!.does}`)}`}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  )
}

function Standing({ row: { course, stopped } }: { row: Row }) {
  const { t } = useTranslation()
  const step = course.steps[course.reached]
  return (
    <>
      {step && <StateChip state={step.done ? 'ok' : 'ask'}>{t(`collection.step_${step.does}`)}</StateChip>}
      {stopped && <> <StateChip state="blocked">{t('collection.stopped')}</StateChip></>}
    </>
  )
}
