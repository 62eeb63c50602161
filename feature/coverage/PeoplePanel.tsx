import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { PlainChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import { usePeople } from '../../ui/people'
import { Load } from './Load'
import type { Change, Trying } from './server'
import { hours } from './words'

/** PeoplePanel shows everybody's hours and accounts before and after a trial, and whom no move helps. */
export function PeoplePanel({ trial }: { trial: Trying }) {
  const { t } = useTranslation()
  const { count } = useFigures()
  const sheet = () => ({
    columns: [t('coverage.person'), t('coverage.before'), t('coverage.after'), t('coverage.capacity'), t('coverage.accounts'), `${t('coverage.accounts')} ${t('coverage.after')}`],
    rows: trial.people.map((p) => [p.name, Number(p.before), Number(p.after), Number(p.capacity), p.had, p.has]),
  })
  const says = t('coverage.people_say', { broken: count(trial.broken), left: count(trial.left), over: count(trial.over), still: count(trial.still) })
  return (
    <Panel title={t('coverage.people')} subtitle={says} sheet={sheet}>
      <div className="sheet coverage-rows" tabIndex={0}>
        <table>
          <thead><tr><th scope="col">{t('coverage.person')}</th><th scope="col">{t('coverage.before')}</th><th scope="col">{t('coverage.after')}</th><th scope="col" className="number">{t('coverage.accounts')}</th></tr></thead>
          <tbody>{trial.people.map((p) => <Line key={p.user} change={p} />)}</tbody>
        </table>
      </div>
      <Stuck trial={trial} />
    </Panel>
  )
}

function Line({ change: p }: { change: Change }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const moved = p.before !== p.after || p.had !== p.has
  return (
    <tr className={moved ? 'coverage-moved' : undefined}>
      <td>{p.name}{p.gone && <> <PlainChip outlined>{t('coverage.gone')}</PlainChip></>}</td>
      <td className="coverage-load">{hours(figures, p.before)} {!p.gone && <Load asked={p.before} capacity={p.capacity} />}</td>
      <td className="coverage-load">{moved ? <><b>{hours(figures, p.after)}</b> {!p.gone && <Load asked={p.after} capacity={p.capacity} />}</> : <span className="third">=</span>}</td>
      <td className="number">{moved ? `${figures.count(p.had)} → ${figures.count(p.has)}` : figures.count(p.had)}</td>
    </tr>
  )
}

function Stuck({ trial }: { trial: Trying }) {
  const { t } = useTranslation()
  const { count } = useFigures()
  const { name } = usePeople()
  if (trial.stuck.length === 0) return null
  return (
    <>
      <h3 className="coverage-head">{t('coverage.stuck')}</h3>
      <ul className="coverage-faults">
        {trial.stuck.map((s) => <li key={`${s.user ?? ''}.${s.reason}`}>{t('coverage.stuck_line', { name: s.user ? name(s.user) : t('coverage.nobody'), reason: t(`coverage.why_${s.reason}`), count: count(s.count) })}</li>)}
      </ul>
    </>
  )
}
