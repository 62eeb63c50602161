import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Drawing } from '../../ui/drawing'
import { missing } from '../../ui/figures'
import { ChartPanel } from '../../ui/kit/ChartPanel'
import { Panel } from '../../ui/kit/Panel'
import { Why } from '../../ui/kit/Why'
import { useMay } from '../../ui/me'
import { useMode } from '../../ui/mode'
import { accent, type Mode, neutral } from '../../ui/theme'
import { GradeChip } from './Grade'
import { Reasoned } from './Reasoned'
import { Say } from './Say'
import { type Answer, type Rated, useRate } from './server'
import { useName } from './words'

const highest = 5

/** RadarPanel shows the seven answers about an industry, as a shape and one by one. */
export function RadarPanel({ industry: r }: { industry: Rated }) {
  const { t } = useTranslation()
  const [mode] = useMode()
  const name = useName()
  const named = r.answers.map((a) => t(`industry.${a.criterion}`)).join('\n')
  const drawing = useMemo(() => draw(r.answers, named.split('\n'), mode), [r.answers, named, mode])
  const sheet = () => ({
    columns: [t('industry.criterion'), t('industry.answer'), t('industry.by'), t('industry.on'), t('industry.expires'), t('industry.evidence')],
    rows: r.answers.map((a) => (a.value ? [t(`industry.${a.criterion}`), a.value, a.by, a.on, a.expires, a.evidence] : [t(`industry.${a.criterion}`), null, '', '', '', ''])),
  })
  const why = <Why label={name(r)} chip={<GradeChip grade={r.grade} />}>{() => <Reasoned why={r.why} stand={t('industry.name')} />}</Why>
  return (
    <>
      <ChartPanel title={name(r)} extra={why} sheet={sheet} drawing={drawing} height={250}
        label={r.answers.map((a) => `${t(`industry.${a.criterion}`)} ${a.value ?? missing}`).join(', ')} />
      <Panel title={t('industry.answers')} subtitle={t('industry.answers_say')}>
        <ul className="notes">{r.answers.map((a) => <Line key={a.criterion} answer={a} of={name(r)} />)}</ul>
      </Panel>
    </>
  )
}

function Line({ answer: a, of }: { answer: Answer; of: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const [open, setOpen] = useState(false)
  const rate = useRate(a)
  const title = t(`industry.${a.criterion}`)
  return (
    <li>
      <span>
        {title}
        <small>{a.value ? `${a.by} · ${a.on} · ${a.evidence}` : t('industry.unanswered')} {a.stale && <span className="soon">{t('industry.stale', { date: a.expires })}</span>}</small>
      </span>
      {may('industry:rate')
        ? <button type="button" className="link number" onClick={() => setOpen(true)}><span className="unseen">{t('industry.rate_of', { what: title })}</span><b>{a.value ?? t('industry.rate')}</b></button>
        : <b className="number">{a.value ?? missing}</b>}
      {open && <Say title={`${of} · ${title}`} min={1} max={highest} now={a.value ? { ...a, value: a.value } : undefined} saving={rate.isPending} error={rate.error}
        onSave={(said) => rate.mutate(said, { onSuccess: () => setOpen(false) })} onClose={() => setOpen(false)} />}
    </li>
  )
}

function draw(answers: Answer[], names: string[], mode: Mode): Drawing {
  const { third, line, hair } = neutral[mode]
  return {
    radar: {
      radius: '64%', center: ['50%', '53%'],
      indicator: names.map((name) => ({ name: broken(name), max: highest, min: 0 })),
      axisName: { color: third, fontSize: 11 }, axisLine: { lineStyle: { color: line } }, splitLine: { lineStyle: { color: hair } }, splitArea: { show: false },
    },
    series: [{
      id: 'answers', type: 'radar', silent: true, symbolSize: 5,
      itemStyle: { color: accent[mode] }, lineStyle: { width: 2, color: accent[mode] }, areaStyle: { color: accent[mode], opacity: 0.16 },
      data: [{ value: answers.map((a) => a.value ?? '-') }],
    }],
  }
}

/** broken puts a long name on two lines. */
const broken = (name: string) => name.replace(/ |(?=（)/, '\n')
