import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Why } from '../../ui/kit/Why'
import { useMay } from '../../ui/me'
import { Course } from './Course'
import { Judged } from './Judged'
import { JudgeForm } from './JudgeForm'
import { Rung } from './Rung'
import type { Sheet } from './server'
import { stages, useStage, useWrite } from './words'

/** StagePanel is the ladder: on which stage an account stands, which gates are passed, what is missing for the next, and where to head for. */
export function StagePanel({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const may = useMay()
  const stage = useStage()
  const [form, open] = useState<'target' | 'stage'>()
  const choices = stages.map((value) => ({ value, label: stage(value) }))
  const { heading, override } = sheet
  const overridden = override.version > 0 && !override.stale
  return (
    <Panel title={t('development.ladder')} subtitle={t('development.as_of', { date: sheet.as_of })} note={overridden && t('development.overridden', { stage: stage(sheet.computed), by: override.by, reason: override.evidence, date: override.expires })}
      extra={<span className="development-buttons">
        <Why label={t('development.stage')} chip={<PlainChip>{stage(sheet.stage)}</PlainChip>}>{() => <Reasoned why={sheet.why} stand={sheet.as_of} />}</Why>
        {may('development:write') && <Button size="small" onClick={() => open('stage')}>{t('development.override')}</Button>}
      </span>}>
      <p className="development-stand">
        {sheet.interrupted && <StateChip state="blocked">{t('development.interrupted_since', { date: sheet.interrupted })}</StateChip>}
        {sheet.since && <span className="third">{t('development.since_day', { date: sheet.since })}</span>}
        <span className="third">{t(`development.trend_${sheet.trend}`)}{sheet.trend !== 'steady' && (sheet.trend === 'up' ? ' ▲' : ' ▼')}</span>
      </p>
      <ol className="development-ladder">{sheet.gates.map((gate) => <Rung key={gate.stage} gate={gate} stage={sheet.stage} heading={heading} />)}</ol>
      <Next sheet={sheet} />
      <div className="development-target">
        <b>{t('development.heading', { stage: stage(heading) })}</b>
        <span className="second">{sheet.target.version > 0 && !sheet.target.stale ? t('development.target_set') : t(sheet.aim.rule, { low: sheet.aim.low, high: sheet.aim.high })}</span>
        {sheet.warned && <StateChip state="ask">{t('development.warned', { stage: stage(sheet.aim.capped ? sheet.aim.wanted : heading) })}</StateChip>}
        {may('development:write') && <Button size="small" onClick={() => open('target')}>{t('development.set_target')}</Button>}
      </div>
      <Judged judgement={sheet.target} say={([n = 0]) => stage(n)} />
      <Course sheet={sheet} />
      {form && <JudgeForm title={t(form === 'target' ? 'development.set_target' : 'development.override')} note={t(form === 'target' ? 'development.target_how' : 'development.override_how')}
        judgement={sheet[form === 'target' ? 'target' : 'override']} today={sheet.today} questions={[{ label: t('development.stage'), options: choices }]} onDone={() => open(undefined)} />}
    </Panel>
  )
}

/** Next says what to do on this stage, and what is missing for the next one. */
function Next({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const write = useWrite()
  const gate = sheet.gates.find((g) => !g.passed)
  const missing = gate?.conditions.filter((c) => c.met !== 'yes') ?? []
  return (
    <dl className="development-next">
      <div><dt>{t('development.focus')}</dt><dd>{t(sheet.focus)}</dd></div>
      {gate && <div>
        <dt>{t('development.missing', { stage: gate.stage })}</dt>
        <dd>{missing.map((c) => <span key={c.key} className="development-lack">{t('development.lack', { what: t(c.key), need: write(c.unit, c.need), have: write(c.unit, c.have) })}{c.key === 'development.share' && c.have === null && <em className="soon">{t('development.no_share')}</em>}</span>)}</dd>
      </div>}
    </dl>
  )
}
