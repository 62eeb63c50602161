import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Waiting } from '../../ui/kit/Waiting'
import { Why } from '../../ui/kit/Why'
import { lights, useResults } from './server'

/** ResultsPanel lists the customers to whom something was paid, those whose margin does not cover it first. */
export function ResultsPanel({ from, until }: { from: string; until: string }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useResults(from, until)
  const { sum, share, unit } = useFigures(data?.[0]?.currency)
  const rows = [...(data ?? [])].sort((a, b) => a.judged.net - b.judged.net)
  const sheet = () => ({
    columns: ['fee.code', 'fee.account', 'fee.input_sales', 'fee.input_share', 'fee.input_fees', 'fee.input_net', 'fee.light'].map((key) => t(key)),
    rows: rows.map((r) => [r.code, r.name, r.sales / 100, r.share, r.judged.fees / 100, r.judged.net / 100, t(`fee.light_${r.light}`)]),
  })
  return (
    <Panel title={t('fee.results')} subtitle={t('fee.result_says', { from, until, unit })} sheet={sheet}>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data ? !error && <Waiting rows={3} /> : rows.length === 0 ? <Empty>{t('fee.no_results')}</Empty> : (
        <div className="fee-scroll" tabIndex={0} role="group" aria-label={t('fee.results')}>
          <table className="fee-rows">
            <thead><tr><th scope="col">{t('fee.account')}</th><th scope="col" className="number">{t('fee.input_sales')}</th><th scope="col" className="number">{t('fee.input_share')}</th><th scope="col" className="number">{t('fee.input_fees')}</th><th scope="col" className="number">{t('fee.input_net')}</th><th scope="col" className="number">{t('fee.even')}</th><th scope="col">{t('fee.light')}</th></tr></thead>
            <tbody>
              {rows.map((r) => {
                const chip = <StateChip state={lights[r.light]}>{t(`fee.light_${r.light}`)}</StateChip>
                return (
                  <tr key={r.account}>
                    <td><Link to="/accounts/$id" params={{ id: r.account } as never}>{r.name}</Link></td>
                    <td className="number">{sum(r.sales)}</td>
                    <td className="number">{share(r.share)}</td>
                    <td className="number">{sum(r.judged.fees)}<small>{share(r.judged.rate)}</small></td>
                    <td className="number">{r.known ? sum(r.judged.net) : '—'}</td>
                    <td className="number">{sum(r.judged.break_even)}</td>
                    <td>{r.known ? <Why label={`${t('fee.light')} ${r.name}`} chip={chip}>{() => <Reasoned why={r.why} stand={until} currency={r.currency} />}</Why> : chip}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}
