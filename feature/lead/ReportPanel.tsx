import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useReport } from './server'

/** ReportPanel is what each source of leads has brought, and what it cost. */
export function ReportPanel() {
  const { t } = useTranslation()
  const { count, share, exact } = useFigures()
  const { data, error, refetch } = useReport()
  return (
    <Panel title={t('lead.report')} subtitle={t('lead.report_says')}>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data ? !error && <Waiting rows={3} /> : (
        <div className="lead-scroll" tabIndex={0} role="group" aria-label={t('lead.report')}>
          <table className="lead-rows">
            <thead><tr><th scope="col">{t('lead.source')}</th><th scope="col" className="number">{t('lead.leads')}</th><th scope="col" className="number">{t('lead.won')}</th><th scope="col" className="number">{t('lead.decided')}</th><th scope="col" className="number">{t('lead.rate')}</th><th scope="col" className="number">{t('lead.spent')}</th><th scope="col" className="number">{t('lead.per_lead')}</th><th scope="col" className="number">{t('lead.per_won')}</th></tr></thead>
            <tbody>
              {data.map((e) => (
                <tr key={e.source}>
                  <td>{t(`account.source_${e.source}`)}</td><td className="number">{count(e.leads)}</td><td className="number">{count(e.won)}</td><td className="number">{count(e.decided)}</td>
                  <td className="number">{share(e.rate.mean, 0)}{e.rate.mean !== null && <small className="third">{t('lead.interval', { low: share(e.rate.low, 0), high: share(e.rate.high, 0) })}</small>}</td>
                  <td className="number">{e.spent ? exact(e.spent) : exact(null)}</td><td className="number">{exact(e.per_lead)}</td><td className="number">{exact(e.per_won)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}
