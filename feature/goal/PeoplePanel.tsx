import { useTranslation } from 'react-i18next'
import { missing, useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { usePeople } from '../../ui/people'
import type { Goals, Person } from './server'

interface Props {
  goals: Goals
  owner: string
  stale: boolean
  onChoose: (owner: string) => void
}

/** PeoplePanel is the goals of everybody's accounts together, the most white space first. */
export function PeoplePanel({ goals, owner, stale, onChoose }: Props) {
  const { t } = useTranslation()
  const figures = useFigures(goals.currency)
  const { name } = usePeople()
  const who = (p: Person) => name(p.owner) || t('goal.nobody')
  const attained = (p: Person) => (p.wanted > 0 ? p.sold / p.wanted : null)
  const sheet = () => ({
    columns: [t('goal.person'), t('goal.asked'), t('goal.set_count'), t('goal.colour_green'), t('goal.colour_yellow'), t('goal.colour_red'), t('goal.goal_amount'), t('goal.attainment'), t('goal.wallet'), t('goal.share'), t('goal.space')],
    rows: goals.people.map((p) => [who(p), p.asked, p.set, p.green, p.yellow, p.red, p.wanted / 100, figures.share(attained(p)), p.wallet / 100, figures.share(p.share), p.space / 100]),
  })
  return (
    <Panel title={t('goal.people')} subtitle={t('goal.people_say')} sheet={sheet} stale={stale}>
      <div className="sheet goal-rows" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('goal.person')}</th>
              <th scope="col" className="number">{t('goal.set_of_asked')}</th>
              <th scope="col" className="wide">{t('goal.colours')}</th>
              <th scope="col" className="number wide">{t('goal.goal_amount')} {figures.unit}</th>
              <th scope="col" className="number wide">{t('goal.attainment')}</th>
              <th scope="col" className="number">{t('goal.share')}</th>
              <th scope="col" className="number">{t('goal.space')} {figures.unit}</th>
            </tr>
          </thead>
          <tbody>
            {goals.people.map((p) => (
              <tr key={p.owner ?? ''} className={p.owner && p.owner === owner ? 'open' : undefined}>
                <td><button type="button" className="link" aria-pressed={!!p.owner && p.owner === owner} onClick={() => onChoose(p.owner === owner ? '' : (p.owner ?? ''))}>{who(p)}</button></td>
                <td className="number">{figures.count(p.set)} / {figures.count(p.asked)}</td>
                <td className="wide"><Colours person={p} /></td>
                <td className="number wide">{p.wanted ? figures.sum(p.wanted) : missing}</td>
                <td className="number wide">{figures.share(attained(p))}</td>
                <td className="number">{figures.share(p.share)}</td>
                <td className="number">{figures.sum(p.space)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

const colours = { green: 'ok', yellow: 'ask', red: 'blocked' } as const

/** Colours are how many accounts stand in which colour: as a bar, and in words. */
function Colours({ person }: { person: Person }) {
  const { t } = useTranslation()
  const all = person.green + person.yellow + person.red
  if (all === 0) return <span className="third">{missing}</span>
  const says = (['green', 'yellow', 'red'] as const).map((c) => `${t(`goal.colour_${c}`)} ${person[c]}`).join(' · ')
  return (
    <span className="goal-colours" title={says}>
      <i aria-hidden="true">{(['green', 'yellow', 'red'] as const).map((c) => <u key={c} style={{ flexGrow: person[c], background: `var(--state-${colours[c]})` }} />)}</i>
      <span className="third">{person.green}/{person.yellow}/{person.red}</span>
      <span className="unseen">{says}</span>
    </span>
  )
}
