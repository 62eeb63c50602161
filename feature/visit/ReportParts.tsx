import { PlusOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { attained, stepped, working } from './report'
import type { Kept, Objective, Report } from './visits'
import { useWhen } from './words'

interface Props {
  visit: Kept
  report: Report
  onChange: (some: Partial<Report>) => void
}

export const topics = ['price', 'approval', 'delivery', 'service', 'quality', 'technology', 'competitor', 'payment'] as const

/** Touch is a choice as large as a thumb. */
export const Touch = ({ on, onTouch, children }: { on: boolean; onTouch: () => void; children: ReactNode }) => <button type="button" className="visit-touch" aria-pressed={on} onClick={onTouch}>{children}</button>

/** ResultPart is how far each objective was reached, and in one sentence what came of it all. */
export function ResultPart({ visit, report, onChange }: Props) {
  const { t } = useTranslation()
  const { results = [], result } = report
  const reached = visit.objectives.filter((o) => (attained(actualOf(report, o), o.target) ?? 0) >= 1).length
  const put = (o: Objective, actual: string | null) => onChange({ results: [...results.filter((r) => r.objective !== o.id), ...(actual === null ? [] : [{ objective: o.id!, actual }])] })
  return (
    <Panel title={t('visit.step_1_title')} subtitle={visit.objectives.length > 0 && t('visit.step_1_says')} extra={visit.objectives.length > 0 && <span className="third">{t('visit.reached_of', { n: reached, all: visit.objectives.length })}</span>}>
      {visit.objectives.map((o) => <Stepper key={o.id} objective={o} actual={actualOf(report, o)} onChange={(actual) => put(o, actual)} />)}
      <Input.TextArea aria-label={t('visit.result')} placeholder={t('visit.result_hint')} rows={2} maxLength={2000} value={result} onChange={(e) => onChange({ result: e.target.value })} />
    </Panel>
  )
}

const actualOf = ({ results }: Report, o: Objective) => results?.find((r) => r.objective === o.id)?.actual ?? null

function Stepper({ objective: o, actual, onChange }: { objective: Objective; actual: string | null; onChange: (actual: string | null) => void }) {
  const { t } = useTranslation()
  const { share } = useFigures()
  return (
    <div className="visit-stepper" role="group" aria-label={o.text}>
      <span>{o.text}</span>
      <button type="button" aria-label={t('visit.less')} onClick={() => onChange(stepped(actual, o.target, -1))}>−</button>
      <label><input inputMode="decimal" aria-label={t('visit.actual')} placeholder="—" value={actual ?? ''} onChange={(e) => onChange(/^\d*\.?\d*$/.test(e.target.value) ? e.target.value || null : actual)} /><span className="third"> / {o.target} {o.unit}</span></label>
      <button type="button" aria-label={t('visit.more_of_it')} onClick={() => onChange(stepped(actual, o.target, 1))}>+</button>
      <em>{share(attained(actual, o.target), 0)}</em>
    </div>
  )
}

/** VoicePart is what the customer said, in his own words, who said it and what about. */
export function VoicePart({ visit, report: { voice = '', voice_of, topics: chosen = [] }, onChange }: Props) {
  const { t } = useTranslation()
  const turn = (topic: (typeof topics)[number]) => onChange({ topics: chosen.includes(topic) ? chosen.filter((c) => c !== topic) : [...chosen, topic] })
  return (
    <Panel title={t('visit.step_2_title')} subtitle={t('visit.step_2_says')}>
      <Input.TextArea className="visit-quote" aria-label={t('visit.voice')} placeholder={t('visit.voice_hint')} rows={2} maxLength={1000} value={voice} onChange={(e) => onChange({ voice: e.target.value })} />
      {voice && visit.theirs.length > 0 && <div className="visit-touches" role="group" aria-label={t('visit.voice_of')}>{visit.theirs.map((p) => <Touch key={p.id} on={voice_of === p.id} onTouch={() => onChange({ voice_of: voice_of === p.id ? undefined : p.id })}>{p.name}</Touch>)}</div>}
      <div className="visit-touches" role="group" aria-label={t('visit.topics')}>{topics.map((topic) => <Touch key={topic} on={chosen.includes(topic)} onTouch={() => turn(topic)}>{t(`visit.topic_${topic}`)}</Touch>)}</div>
    </Panel>
  )
}

/** PromisePart is what either side has promised. A visit without a promise of the customer is flagged. */
export function PromisePart({ visit, report: { promises = [] }, onChange }: Props) {
  const { t } = useTranslation()
  const when = useWhen()
  const [adding, add] = useState(false)
  const of = (by: string) => promises.filter((p) => p.by === by).length
  return (
    <Panel title={t('visit.step_3_title')} subtitle={t('visit.promised_of', { customer: of('customer'), us: of('us') })} extra={<button type="button" className="link visit-add" onClick={() => add(true)}><PlusOutlined /> {t('visit.add_promise')}</button>}>
      <ul className="visit-promises">
        {promises.map((p, i) => (
          <li key={i}><b className={p.by}>{t(`visit.by_${p.by}`)}</b><span>{p.text}{p.contact && <small>{visit.theirs.find((c) => c.id === p.contact)?.name}</small>}</span><time>{when.day(p.due)}</time>
            <button type="button" className="link" aria-label={t('visit.drop_promise', { text: p.text })} onClick={() => onChange({ promises: promises.filter((_, k) => k !== i) })}>✕</button></li>
        ))}
      </ul>
      {of('customer') === 0 && !adding && <p className="soon">{t('visit.no_promise')}</p>}
      {adding && <NewPromise visit={visit} onAdd={(p) => { onChange({ promises: [...promises, p] }); add(false) }} onDone={() => add(false)} />}
    </Panel>
  )
}

type One = NonNullable<Report['promises']>[number]

const usual = 3 // working days until a next step

function NewPromise({ visit, onAdd, onDone }: { visit: Kept; onAdd: (promise: One) => void; onDone: () => void }) {
  const { t } = useTranslation()
  const [p, set] = useState<One>({ by: 'customer', text: '', due: working(visit.day, usual) })
  return (
    <div className="visit-new">
      <div className="visit-touches" role="group" aria-label={t('visit.who_promises')}>{(['customer', 'us'] as const).map((by) => <Touch key={by} on={p.by === by} onTouch={() => set({ ...p, by, contact: undefined })}>{t(`visit.by_${by}`)}</Touch>)}</div>
      <Input autoFocus aria-label={t('visit.promise')} placeholder={t(`visit.promise_hint_${p.by}`)} maxLength={300} value={p.text} onChange={(e) => set({ ...p, text: e.target.value })} />
      {p.by === 'customer' && visit.theirs.length > 0 && <div className="visit-touches" role="group" aria-label={t('visit.theirs')}>{visit.theirs.map((c) => <Touch key={c.id} on={p.contact === c.id} onTouch={() => set({ ...p, contact: p.contact === c.id ? undefined : c.id })}>{c.name}</Touch>)}</div>}
      <label className="visit-until">{t('visit.until')}<input type="date" min={visit.day} value={p.due} onChange={(e) => set({ ...p, due: e.target.value })} /></label>
      <div className="visit-touches"><Touch on={false} onTouch={onDone}>{t('visit.not')}</Touch><button type="button" className="visit-touch primary" disabled={p.text.trim().length < 2 || !p.due} onClick={() => onAdd({ ...p, text: p.text.trim() })}>{t('visit.add')}</button></div>
    </div>
  )
}

/** NextPart is the next step, and whether it was worth going. */
export function NextPart({ visit, report: { next = '', next_on = '', replan, rating, verdict = '' }, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <Panel title={t('visit.step_4_title')} subtitle={t('visit.step_4_says', { n: usual })}>
      <Input aria-label={t('visit.next_step')} placeholder={t('visit.next_hint')} maxLength={300} value={next} onChange={(e) => onChange({ next: e.target.value, next_on: next_on || working(visit.day, usual) })} />
      {next && <label className="visit-until">{t('visit.until')}<input type="date" min={visit.day} value={next_on} onChange={(e) => onChange({ next_on: e.target.value })} /></label>}
      <div className="visit-question"><span>{t('visit.replan')}<small>{t('visit.replan_says')}</small></span>
        <Touch on={replan === true} onTouch={() => onChange({ replan: true })}>{t('visit.replan_yes')}</Touch><Touch on={replan === false} onTouch={() => onChange({ replan: false })}>{t('visit.replan_no')}</Touch></div>
      <div className="visit-worth" role="group" aria-label={t('visit.worth')}><span>{t('visit.worth')}<small>{t('visit.worth_says')}</small></span>
        {[1, 2, 3, 4, 5].map((n) => <Touch key={n} on={rating === n} onTouch={() => onChange({ rating: rating === n ? undefined : n })}>{n}</Touch>)}</div>
      {rating != null && <Input aria-label={t('visit.verdict')} placeholder={t('visit.verdict_hint')} maxLength={1000} value={verdict} onChange={(e) => onChange({ verdict: e.target.value })} />}
    </Panel>
  )
}
