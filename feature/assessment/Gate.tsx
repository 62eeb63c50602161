import { useTranslation } from 'react-i18next'
import { StateChip, StateShape } from '../../ui/kit/Chip'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Why } from '../../ui/kit/Why'
import type { State } from '../../ui/theme'
import { Dots } from './Dots'
import { type Area, type Page, type Step } from './server'
import { Spark } from './Spark'
import { asked, short, useNames } from './words'

interface Props {
  page: Page
  area: Area
  place: number
  /** questions of which the data says something else, and what */
  warned: Map<string, number>
}

/** Gate is one step: its score against its gate, its answers, and what would open it. */
export function Gate({ page, area, place, warned }: Props) {
  const names = useNames()
  const ours = page.sides[0]!
  const step = ours.outcome.steps.find((s) => s.key === area.key)
  const score = step?.score ?? null
  const halts = ours.outcome.at === area.key
  const name = names.area(area)
  return (
    <section className={`panel gate ${halts ? 'gate-halts' : ''}`} aria-label={name}>
      <header>
        <h3><i aria-hidden="true">{place}</i>{name}</h3>
        <GateChip page={page} step={step} name={name} />
      </header>
      {page.card.key !== 'quick' && (
        <div className="gate-score">
          <GateScore score={score} gate={area.gate} />
          <div className="gate-bar" aria-hidden="true"><i className={step && !step.passed ? 'low' : undefined} style={{ width: `${score ?? 0}%` }} /><u style={{ left: `${area.gate}%` }} /></div>
          <Spark label={name} gate={area.gate} low={!!step && !step.passed} scores={page.rounds.map((r) => r.steps.find((s) => s.key === area.key)?.score ?? null)} />
        </div>
      )}
      <ul className="gate-rows">{asked(page, area).map((q) => <Row key={q.key} page={page} question={q} says={warned.get(q.key)} />)}</ul>
      {page.card.key !== 'quick' && <Foot page={page} area={area} step={step} />}
    </section>
  )
}

function GateScore({ score, gate }: { score: number | null; gate: number }) {
  const { t } = useTranslation()
  return <div className="gate-value"><b>{short(score)}</b><span>{t('assessment.gate', { gate })}</span></div>
}

const shape = (verdict: string): State => (verdict === 'follow' ? 'ok' : verdict === 'abandon' ? 'blocked' : 'ask')

function GateChip({ page, step, name }: { page: Page; step?: Step; name: string }) {
  const { t } = useTranslation()
  if (!step || step.answered === 0) return <span className="third">{t('assessment.verdict_')}</span>
  const chip = <StateChip state={shape(step.verdict)}>{t(step.passed ? 'assessment.passed' : `assessment.verdict_${step.verdict}`)}</StateChip>
  if (!page.why) return chip
  return <Why label={name} chip={chip}>{() => <Reasoned why={page.why!} stand={page.sides[0]!.on ?? page.today} />}</Why>
}

function Row({ page, question, says }: { page: Page; question: ReturnType<typeof asked>[number]; says?: number }) {
  const { t } = useTranslation()
  const names = useNames()
  const answer = page.sides[0]!.answers.find((a) => a.question === question.key)
  const name = names.question(question)
  return (
    <li className={answer?.unknown ? 'unknown' : undefined}>
      <span className="gate-name" title={name}>{name}</span>
      <Dots label={name} rating={answer?.rating} unknown={answer?.unknown} />
      <span className="gate-words" title={answer?.words}>{question.knock && <small className="veto">{t('assessment.veto')}</small>}{says === undefined ? answer?.words : <span className="gate-says"><StateShape state="ask" /> {t('assessment.supports', { rating: says })}</span>}</span>
    </li>
  )
}

/** Foot is the one sentence that says how far the gate is, and the smallest change that opens it. */
function Foot({ page, area, step }: { page: Page; area: Area; step?: Step }) {
  const { t } = useTranslation()
  const names = useNames()
  return <p className="gate-foot">{said()}</p>

  function said() {
    if (!step || step.answered === 0) return t('assessment.foot_none')
    const done = t('assessment.answered_of', { answered: step.answered, of: step.of })
    const knocked = asked(page, area).find((q) => q.knock && !(page.sides[0]!.answers.find((a) => a.question === q.key)?.rating ?? 0))
    if (step.verdict === 'find' && knocked) return t('assessment.foot_find', { question: names.question(knocked) })
    if (!step.passed && knocked) return t('assessment.foot_out', { question: names.question(knocked) })
    if (step.verdict === 'incomplete') return `${done} · ${t('assessment.foot_incomplete', { count: Math.max(1, Math.ceil(step.of * 0.8) - step.answered) })}`
    const gap = Math.round(Math.abs((step.score ?? 0) - area.gate) * 10) / 10
    if (step.passed) return `${done} · ${t('assessment.foot_passed', { over: gap })}`
    const flip = page.sides[0]!.outcome.at === area.key ? page.flips[0] : undefined
    const question = flip && asked(page, area).find((q) => q.key === flip.question)
    if (!flip || !question) return t('assessment.foot_short', { short: gap })
    return t('assessment.foot_flip', { short: gap, question: names.question(question), to: flip.to, score: short(flip.score) })
  }
}
