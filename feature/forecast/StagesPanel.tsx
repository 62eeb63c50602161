import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import type { Board, Stage } from './server'

/** StagesPanel holds the percentage of each step against how deals that came as far went on. */
export function StagesPanel({ board, stale }: { board: Board; stale: boolean }) {
  const { t, i18n } = useTranslation()
  const figures = useFigures(board.currency)
  const name = (s: Stage) => (i18n.language === 'en' ? s.en : s.zh)
  const rate = ({ rate: r }: Stage) => (r.mean == null ? t('forecast.rate_few', { won: r.won, of: r.of }) : `${figures.share(r.mean, 0)} · ${t('forecast.rate_of', { won: r.won, of: r.of })}`)
  const sheet = () => ({
    columns: [t('forecast.stage'), t('forecast.deals'), t('forecast.amount'), t('forecast.percent'), t('forecast.rate'), '10%', '90%'],
    rows: board.stages.map((s) => [name(s), s.count, s.amount / 100, s.percent, rate(s), figures.share(s.rate.low), figures.share(s.rate.high)]),
  })
  return (
    <Panel title={t('forecast.stages')} subtitle={t('forecast.stages_say', { months: board.config.window, sure: figures.share(board.config.sure, 0) })} sheet={sheet} stale={stale}>
      <div className="sheet forecast-rows" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('forecast.stage')}</th>
              <th scope="col" className="number">{t('forecast.deals')}</th>
              <th scope="col" className="number wide">{t('forecast.amount')} {figures.unit}</th>
              <th scope="col" className="number">{t('forecast.percent')}</th>
              <th scope="col">{t('forecast.rate')}</th>
            </tr>
          </thead>
          <tbody>
            {board.stages.map((s) => (
              <tr key={`${s.process} ${s.stage}`}>
                <td>{name(s)}</td>
                <td className="number">{figures.count(s.count)}</td>
                <td className="number wide">{figures.sum(s.amount)}</td>
                <td className={`number${s.off ? ' soon' : ''}`} title={s.off ? t('forecast.rate_off') : undefined}>{s.percent}%</td>
                <td><Range stage={s} /> <span className={s.rate.mean == null ? 'third' : undefined}>{rate(s)}</span></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

/** Range is an interval from 0 to 100 %, with the percentage of the step as a line. */
function Range({ stage: { rate, percent } }: { stage: Stage }) {
  if (rate.low == null || rate.high == null || rate.mean == null) return null
  const at = (share: number) => `${share * 100}%`
  return (
    <span className="forecast-range" aria-hidden="true" style={{ '--low': at(rate.low), '--wide': at(rate.high - rate.low), '--mean': at(rate.mean), '--step': `${percent}%` } as CSSProperties}>
      <i /><b /><u />
    </span>
  )
}
