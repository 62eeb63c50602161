import { useTranslation } from 'react-i18next'
import { missing, useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { usePeople } from '../../ui/people'
import type { Board, Person } from './server'

interface Props {
  board: Board
  owner: string
  stale: boolean
  onChoose: (owner: string) => void
}

/** PeoplePanel is who forecasts what, by his part of each deal. */
export function PeoplePanel({ board, owner, stale, onChoose }: Props) {
  const { t } = useTranslation()
  const figures = useFigures(board.currency)
  const { name } = usePeople()
  const who = (p: Person) => name(p.owner) || p.name || t('forecast.nobody')
  const sheet = () => ({
    columns: [t('forecast.leader'), t('forecast.won'), t('forecast.commit'), t('forecast.best'), t('forecast.pipeline'), t('forecast.weighted'), t('forecast.history'), t('forecast.coverage')],
    rows: board.people.map((p) => [who(p), p.won / 100, p.commit / 100, p.best / 100, p.pipeline / 100, p.weighted / 100, p.history == null ? null : Math.round(p.history) / 100, p.goal?.coverage ?? null]),
  })
  return (
    <Panel title={t('forecast.people')} subtitle={figures.unit} sheet={sheet} stale={stale}>
      <div className="sheet forecast-rows" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('forecast.leader')}</th>
              <th scope="col" className="number">{t('forecast.won')}</th>
              <th scope="col" className="number">{t('forecast.commit')}</th>
              <th scope="col" className="number wide">{t('forecast.best')}</th>
              <th scope="col" className="number">{t('forecast.weighted')}</th>
              <th scope="col" className="number wide">{t('forecast.history')}</th>
              <th scope="col" className="number wide" title={t('forecast.coverage_say')}>{t('forecast.coverage')}</th>
            </tr>
          </thead>
          <tbody>
            {board.people.map((p) => (
              <tr key={p.owner ?? p.name} className={p.owner && p.owner === owner ? 'open' : undefined}>
                <td>{p.owner ? <button type="button" className="link" aria-pressed={p.owner === owner} onClick={() => onChoose(p.owner === owner ? '' : (p.owner ?? ''))}>{who(p)}</button> : who(p)}</td>
                <td className="number">{figures.sum(p.won)}</td>
                <td className="number">{figures.sum(p.commit)}</td>
                <td className="number wide">{figures.sum(p.best)}</td>
                <td className="number">{figures.sum(p.weighted)}</td>
                <td className="number wide" title={p.history == null ? t('forecast.history_unknown') : t('forecast.history_range', { low: figures.sum(p.low), high: figures.sum(p.high) })}>{figures.sum(p.history)}</td>
                <td className={`number wide${p.goal && !p.goal.enough ? ' soon' : ''}`}>{p.goal?.coverage == null ? missing : `${figures.decimal(p.goal.coverage)} ×`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
