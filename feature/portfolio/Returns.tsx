import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { missing, useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { type Answer, useBehind } from './ask'
import { TakeAlong } from './TakeAlong'

type Efforts = Answer<'effort'>

const shown = 12 // of the ranking, from each end; the rest is in the table

/** Returns ranks accounts by the gross profit that they bring for what is put into them. */
export function Returns({ efforts, stale }: { efforts: Efforts; stale: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures(efforts.currency)
  const { open } = useBehind()
  const { ranking } = efforts
  const sheet = () => ({
    columns: [t('portfolio.account'), t('effort.roi'), t('portfolio.gross_in', { unit: figures.unit }), t('portfolio.spent_in', { unit: figures.unit }), t('portfolio.model_effort'), t('portfolio.to_focus')],
    rows: ranking.map((r) => [r.name, r.roi ?? '', r.gross === null ? '' : r.gross / 100, r.spent / 100, t(`effort.${r.quadrant}`), r.target ? '✓' : '']),
  })
  const ends = ranking.length > 2 * shown ? [...ranking.slice(0, shown), ...ranking.slice(-shown)] : ranking
  return (
    <Panel title={t('portfolio.paid_back')} subtitle={t('portfolio.paid_back_say', { count: figures.count(efforts.worth) })} sheet={sheet} stale={stale} className="returns" extra={<TakeAlong grant="worth:export" path="/api/worth/effort/export" />}>
      <div className="returns-fields">
        {efforts.quadrants.map((q) => (
          <button key={q.quadrant} type="button" className="link" onClick={() => open('effort', q.quadrant)}>{t(`effort.short_${q.quadrant}`)} <b className="number">{figures.count(q.count)}</b></button>
        ))}
      </div>
      {ends.length === 0 ? <Empty>{t('portfolio.nothing_put_in')}</Empty> : (
        <table className="behind-rows">
          <thead>
            <tr>
              <th scope="col">{t('portfolio.account')}</th>
              <th scope="col" className="number">{t('effort.roi')}</th>
              <th scope="col" className="number">{t('portfolio.spent_in', { unit: figures.unit })}</th>
            </tr>
          </thead>
          <tbody>
            {ends.map((r) => (
              <tr key={r.id}>
                <td><Link to="/accounts/$id" params={{ id: r.id } as never}>{r.name}</Link></td>
                <td className="number">{r.roi === null ? missing : figures.decimal(r.roi)}</td>
                <td className="number third">{figures.sum(r.spent)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
