import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { type Channel, usePace } from './server'

/** PacePanel is how fast questions of the last ninety days were answered, by way. */
export function PacePanel() {
  const { t } = useTranslation()
  const { count, share, decimal } = useFigures()
  const { data, error, refetch } = usePace()
  const named = (channel?: string) => (channel ? t(`interaction.channel_${channel as Channel}`) : t('interaction.every_way'))
  const columns = [t('interaction.channel'), t('interaction.pace_asked'), t('interaction.pace_answered'), t('interaction.pace_share'), t('interaction.pace_median')]
  const sheet = () => ({ columns, rows: (data ?? []).map((p) => [named(p.channel), p.asked, p.answered, p.share == null ? null : Math.round(p.share * 1e4) / 1e4, p.median]) })
  return (
    <Panel title={t('interaction.pace')} subtitle={t('interaction.pace_says')} sheet={data && data[0]?.asked ? sheet : undefined}>
      <Fault error={error} onRetry={() => void refetch()} />
      {!data ? !error && <Waiting rows={3} /> : !data[0]?.asked ? <Empty>{t('interaction.pace_none')}</Empty> : (
        <div className="interaction-scroll" tabIndex={0} role="group" aria-label={t('interaction.pace')}>
          <table className="interaction-rows">
            <thead><tr>{columns.map((c, i) => <th key={c} scope="col" className={i ? 'number' : undefined}>{c}</th>)}</tr></thead>
            <tbody>
              {data.map((p) => (
                <tr key={p.channel ?? ''}>
                  <td>{named(p.channel)}</td><td className="number">{count(p.asked)}</td><td className="number">{count(p.answered)}</td>
                  <td className="number">{share(p.share)}</td><td className="number">{decimal(p.median)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}
