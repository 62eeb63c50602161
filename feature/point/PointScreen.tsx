import './point.css'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { KeyFigures } from '../../ui/kit/KeyFigures'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { type Row, useMembers } from './server'

/** PointScreen lists who earns points, and what they have. */
export default function PointScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { count } = useFigures()
  const { data: rows, error, refetch } = useMembers()
  const sum = (of: (r: Row) => number) => count((rows ?? []).reduce((n, r) => n + of(r), 0))
  return (
    <div className="stack">
      <PageHead title={t('point.points')} note={t('point.says')}>
        <Link to="/cards">{t('point.to_cards')}</Link>
        {may('point:export') && <Button href="/api/points/export">{t('point.export')}</Button>}
      </PageHead>
      <Fault error={error} onRetry={() => void refetch()} />
      {!rows ? !error && <Waiting rows={6} /> : <>
        <KeyFigures figures={[
          { title: t('point.members'), value: count(rows.filter((r) => !r.ended).length) },
          { title: t('point.balance'), value: sum((r) => r.standing.balance) },
          { title: t('point.used'), value: sum((r) => r.standing.used) },
          { title: t('point.expired'), value: sum((r) => r.standing.expired) },
        ]} />
        <Panel title={t('point.members')}>
          {rows.length === 0 ? <Empty action={<Link to="/accounts">{t('ui.to_accounts')}</Link>}>{t('point.no_members')}</Empty> : <Members rows={rows} />}
        </Panel>
      </>}
    </div>
  )
}

function Members({ rows }: { rows: Row[] }) {
  const { t } = useTranslation()
  const { count } = useFigures()
  return (
    <div className="point-scroll" tabIndex={0} role="group" aria-label={t('point.members')}>
      <table className="point-rows">
        <thead><tr><th scope="col">{t('point.account')}</th><th scope="col">{t('point.since')}</th><th scope="col" className="number">{t('point.balance')}</th><th scope="col" className="number">{t('point.earned')}</th><th scope="col" className="number">{t('point.used')}</th><th scope="col">{t('point.next')}</th></tr></thead>
        <tbody>
          {rows.map((r) => (
            <tr key={r.account}>
              <td className="cut"><Link to="/accounts/$id" params={{ id: r.account } as never} title={r.name}>{r.name}</Link></td>
              <td>{r.ended ? t('point.left_on', { on: r.ended }) : r.since}</td>
              <td className="number"><b>{count(r.standing.balance)}</b></td>
              <td className="number">{count(r.standing.earned)}</td>
              <td className="number">{count(r.standing.used)}</td>
              <td>{r.standing.next > 0 && t('point.goes', { next: count(r.standing.next), on: r.standing.next_on })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
