import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { usePeople } from '../../ui/people'
import type { Board, Line } from './server'

/** DealsPanel is deal by deal what is expected in the period, the largest first. */
export function DealsPanel({ board, stale }: { board: Board; stale: boolean }) {
  const { t, i18n } = useTranslation()
  const figures = useFigures(board.currency)
  const { name } = usePeople()
  const stage = (d: Line) => {
    const at = board.stages.find((s) => s.process === d.process && s.stage === d.stage)
    return at ? (i18n.language === 'en' ? at.en : at.zh) : d.stage
  }
  const sheet = () => ({
    columns: [t('forecast.code'), t('forecast.deal'), t('forecast.leader'), t('forecast.stage'), t('forecast.category'), t('forecast.amount'), t('forecast.percent'), t('forecast.expected'), t('forecast.slips'), t('forecast.change')],
    rows: board.deals.map((d) => [d.code, d.name, name(d.owner) || d.who, stage(d), t(`forecast.category_${d.category}`), d.amount / 100, d.percent, d.expected, d.slips, d.change && t(`forecast.change_${d.change}`)]),
  })
  return (
    <Panel title={t('forecast.deals')} subtitle={figures.unit} sheet={sheet} stale={stale}>
      {board.deals.length === 0 ? <Empty>{t('forecast.deals_none')}</Empty> : (
        <div className="sheet forecast-rows forecast-deals" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('forecast.deal')}</th>
                <th scope="col" className="wide">{t('forecast.leader')}</th>
                <th scope="col" className="wide">{t('forecast.stage')}</th>
                <th scope="col">{t('forecast.category')}</th>
                <th scope="col" className="number">{t('forecast.amount')}</th>
                <th scope="col" className="number wide">{t('forecast.weighted')}</th>
                <th scope="col">{t('forecast.expected')}</th>
                <th scope="col" className="wide">{t('forecast.change')}</th>
              </tr>
            </thead>
            <tbody>
              {board.deals.map((d) => (
                <tr key={d.id}>
                  <td className="cut"><Link to="/opportunities/$opportunity" params={{ opportunity: d.id } as never} title={d.name}>{d.name}</Link></td>
                  <td className="wide">{name(d.owner) || d.who || t('forecast.nobody')}</td>
                  <td className="wide">{stage(d)} <span className="third">{d.percent}%</span></td>
                  <td>{t(`forecast.category_${d.category}`)}</td>
                  <td className="number">{figures.sum(d.amount)}</td>
                  <td className="number wide">{figures.sum((d.amount * d.percent) / 100)}</td>
                  <td className={d.slips > 1 ? 'soon' : undefined} title={d.slips ? `${t('forecast.slips')} ${d.slips}` : undefined}>{figures.day(d.expected)}</td>
                  <td className="wide third">{d.change && t(`forecast.change_${d.change}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}
