import { useTranslation } from 'react-i18next'
import { StateChip } from '../../ui/kit/Chip'
import type { Sheet } from './visits'
import { useWhen } from './words'

/** Result is what came of a visit: in our words, in the customer's, and what comes next. */
export function Result({ visit }: { visit: Sheet }) {
  const { t } = useTranslation()
  const when = useWhen(visit.today)
  const { result, voice, voice_of, theirs, topics, next, next_on, state, judge_by, late_to_judge, rating, verdict, replan } = visit
  const said = theirs.find((p) => p.id === voice_of)?.name
  return (
    <section className="visit-result">
      <h3>{t('visit.result')}{state === 'executed' && <StateChip state={late_to_judge ? 'blocked' : 'ask'}>{t('visit.judge_until', { day: when.day(judge_by) })}</StateChip>}</h3>
      <p>{result}</p>
      {voice && <blockquote>{voice}<small>{[said, ...topics.split(' ').filter(Boolean).map((topic) => t(`visit.topic_${topic}`))].filter(Boolean).join(' · ')}</small></blockquote>}
      {next && <p>{t('visit.next_step')} <b>{next}</b> <span className="third">{when.day(next_on)}</span></p>}
      {rating !== null && <p className="second">{t('visit.judged', { rating })} {verdict} {replan !== null && `${t('visit.replan')}${t(replan ? 'visit.replan_yes' : 'visit.replan_no')}`}</p>}
    </section>
  )
}
