import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { type Listed, useHandovers } from './server'
import { StateMark } from './StateMark'

/** HandoversScreen lists the accounts that change hands. */
export default function HandoversScreen() {
  const { t } = useTranslation()
  const pages = useHandovers({})
  const rows = pages.data?.pages.flatMap((p) => p.rows)
  return (
    <div className="wide">
      <PageHead title={t('handover.handovers')} />
      <Fault error={pages.error} onRetry={() => void pages.refetch()} />
      {(rows || !pages.error) && (
        <Panel title={t('handover.handovers')}>
          {!rows ? <Waiting rows={6} /> : rows.length === 0 ? <Empty action={<Link to="/accounts">{t('ui.to_accounts')}</Link>}>{t('handover.none')}</Empty> : <Rows rows={rows} />}
          {pages.hasNextPage && <Button block type="text" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('handover.more')}</Button>}
        </Panel>
      )}
    </div>
  )
}

function Rows({ rows }: { rows: Listed[] }) {
  const { t } = useTranslation()
  const { day } = useFigures()
  return (
    <div className="sheet" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('handover.handover')}</th>
            <th scope="col">{t('handover.state')}</th>
            <th scope="col" className="wide">{t('handover.from')}</th>
            <th scope="col" className="wide">{t('handover.to')}</th>
            <th scope="col" className="wide">{t('handover.made')}</th>
            <th scope="col" className="wide">{t('handover.stay')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((h) => (
            <tr key={h.id}>
              <td><Link to="/handovers/$id" params={{ id: h.id } as never}>{h.name}</Link></td>
              <td><StateMark handover={h} /></td>
              <td className="wide">{h.from_name}</td>
              <td className="wide">{h.to_name}</td>
              <td className="wide">{day(h.made)}</td>
              <td className="wide">{day(h.until)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
