import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import type { Board } from './server'

/** AccuracyPanel holds the first forecasts of earlier periods against what came. */
export function AccuracyPanel({ board, stale }: { board: Board; stale: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures(board.currency)
  const rows = board.accuracy
  const sheet = () => ({
    columns: [t('forecast.period'), t('forecast.taken'), t('forecast.commit'), t('forecast.weighted'), t('forecast.actual'), t('forecast.commit') + ' %', t('forecast.weighted') + ' %'],
    rows: rows.map((a) => [a.period, a.taken, a.commit / 100, a.weighted / 100, a.actual / 100, figures.change(a.off_commit), figures.change(a.off_weighted)]),
  })
  return (
    <Panel title={t('forecast.accuracy')} subtitle={t('forecast.accuracy_say')} sheet={rows.length ? sheet : undefined} stale={stale}>
      {rows.length === 0 ? <Empty>{t('forecast.changes_none')}</Empty> : (
        <div className="sheet forecast-rows" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('forecast.period')}</th>
                <th scope="col" className="number">{t('forecast.actual')}</th>
                <th scope="col" className="number">{t('forecast.commit')}</th>
                <th scope="col" className="number">{t('forecast.weighted')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((a) => (
                <tr key={a.period}>
                  <td title={`${t('forecast.taken')} ${a.taken}`}>{a.period}</td>
                  <td className="number">{figures.sum(a.actual)}</td>
                  <td className="number">{figures.sum(a.commit)} <span className="third">{figures.change(a.off_commit, 0)}</span></td>
                  <td className="number">{figures.sum(a.weighted)} <span className="third">{figures.change(a.off_weighted, 0)}</span></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}
