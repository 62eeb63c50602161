import { DownloadOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { type Ranking, useRanking } from './server'
import { Weakness } from './Weakness'
import './store.css'

/** StoreScreen is where the shops that we sell in lose their shoppers. */
export default function StoreScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { data, error, refetch } = useRanking()
  return (
    <div className="wide store">
      <PageHead title={t('store.ranking')} note={t('store.ranking_says')}>
        {may('store:export') && <Button icon={<DownloadOutlined />} href="/api/stores/export">{t('store.export')}</Button>}
      </PageHead>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data && !error && <Panel title={t('store.bottleneck')}><Waiting rows={6} /></Panel>}
      {data?.rows.length === 0 && <Panel title={t('store.ranking')}><Empty action={<Link to="/accounts">{t('ui.to_accounts')}</Link>}>{t('store.none')} {t('store.none_says')}</Empty></Panel>}
      {data && data.rows.length > 0 && (
        <>
          <Parts ranking={data} />
          <Shops ranking={data} />
        </>
      )}
    </div>
  )
}

/** Parts are how many shops lose their shoppers at which step. */
function Parts({ ranking }: { ranking: Ranking }) {
  const { t } = useTranslation()
  const most = Math.max(1, ...ranking.stages.map((s) => s.count))
  const label = (stage: string) => t(stage ? `display.${stage}` : 'store.bottleneck_none')
  return (
    <Panel title={t('store.bottleneck')} sheet={() => ({ columns: [t('store.stage'), t('store.ranking')], rows: ranking.stages.map((s) => [label(s.stage), s.count]) })}>
      <ul className="bars">
        {ranking.stages.map((s) => (
          <li key={s.stage}><span>{label(s.stage)}</span><div className="bar" aria-hidden="true"><i style={{ width: `${(s.count / most) * 100}%` }} /></div><span className="number">{t('store.shops_at', { count: s.count })}</span></li>
        ))}
      </ul>
    </Panel>
  )
}

function Shops({ ranking }: { ranking: Ranking }) {
  const { t } = useTranslation()
  const { day, share } = useFigures()
  return (
    <Panel title={t('store.ranking')} subtitle={t('store.checks_says')}>
      <div className="sheet" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('store.shop')}</th>
              <th scope="col">{t('store.bottleneck')}</th>
              <th scope="col" className="number">{t('store.total')}</th>
              <th scope="col" className="wide">{t('store.day')}</th>
              <th scope="col" className="wide">{t('store.by')}</th>
            </tr>
          </thead>
          <tbody>
            {ranking.rows.map((row) => (
              <tr key={row.id}>
                <td><b>{row.shop}</b><div><Link to="/accounts/$id" params={{ id: row.account } as never}>{row.name}</Link></div></td>
                <td><Weakness stage={row.bottleneck} /></td>
                <td className="number">{share(row.total == null ? null : row.total / 1e6)}</td>
                <td className="wide">{day(row.day)}</td>
                <td className="wide">{row.by}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
