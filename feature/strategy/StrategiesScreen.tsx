import './strategy.css'
import { DownloadOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { type Record, useStatistics } from './server'

/** StrategiesScreen is how often each strategy has won, with counts and how sure that is. */
export default function StrategiesScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const { data, error, refetch } = useStatistics()
  return (
    <div className="stack">
      <PageHead title={t('strategy.records')} note={data?.scope === 'own' ? t('strategy.own') : undefined}>
        <Link to="/opportunities">{t('strategy.to_deals')}</Link>
        {may('strategy:export') && <Button icon={<DownloadOutlined />} href="/api/strategies/export">{t('strategy.export')}</Button>}
      </PageHead>
      <Fault error={error} onRetry={() => void refetch()} />
      {data ? <Table records={data.records} /> : !error && <Panel title={t('strategy.records')}><Waiting rows={5} /></Panel>}
    </div>
  )
}

function Table({ records }: { records: Record[] }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const sheet = () => ({
    columns: [t('strategy.way'), t('strategy.won'), t('strategy.rate'), t('strategy.live'), t('strategy.other')],
    rows: records.map((r) => [t(`strategy.way_${r.strategy}`), `${r.share.won} / ${r.share.of}`, r.share.mean, r.live, r.other]),
  })
  const rate = ({ share: s }: Record) => (s.mean == null ? t('strategy.too_few') : t('strategy.record_share', { share: figures.share(s.mean, 0), low: figures.share(s.low, 0), high: figures.share(s.high, 0) }))
  return (
    <Panel title={t('strategy.records')} sheet={sheet} note={records.every((r) => r.share.of === 0) ? t('strategy.no_records') : undefined}>
      <div className="sheet strategy-table" tabIndex={0}>
        <table>
          <thead><tr><th scope="col">{t('strategy.way')}</th><th scope="col" className="number">{t('strategy.won')}</th><th scope="col">{t('strategy.rate')}</th><th scope="col" className="number">{t('strategy.live')}</th><th scope="col" className="number">{t('strategy.other')}</th></tr></thead>
          <tbody>
            {records.map((r) => (
              <tr key={r.strategy}>
                <th scope="row">{t(`strategy.way_${r.strategy}`)}</th>
                <td className="number">{r.share.won} / {r.share.of}</td>
                <td className={r.share.mean == null ? 'third' : undefined}>{rate(r)}</td>
                <td className="number">{r.live}</td>
                <td className="number">{r.other}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
