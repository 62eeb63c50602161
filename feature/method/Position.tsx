import { useTranslation } from 'react-i18next'
import type { Schema } from '../../ui/api'
import { scaleOf } from './scale'
import { useFigure } from './units'

type Why = Schema['WhyExplanation']

interface Props {
  now: Why
  draft: Why
  versions: [number, number]
}

/** Position shows where an account stands between the cuts, by what is in force and by the draft. */
export function Position({ now, draft, versions }: Props) {
  const { t } = useTranslation()
  const says = useFigure()
  const key = draft.cuts[0]!.key, cuts = draft.cuts.filter((c) => c.key === key)
  const of = (why: Why) => why.inputs.find((f) => f.key === key && f.known)
  const before = of(now), after = of(draft)
  if (!before || !after || cuts.length < 2) return null
  const axis = scaleOf([...cuts.map((c) => c.value), ...[before.value, after.value].filter((v) => v > 0)], after.unit === 'score' ? 'weight' : after.unit)
  const left = (value: number) => ({ left: `${axis.place(value) * 100}%` })
  const moved = before.value !== after.value
  const edges = [0, ...cuts.map((c) => axis.place(c.value)).sort((a, b) => a - b), 1]
  return (
    <div className="bands position" role="img" aria-label={t('method.stands_at', { what: t(key), value: says(after), cuts: cuts.map(says).join(', ') })}>
      <p className="position-marks">
        {moved && <span className="third" style={left(before.value)}>{t('method.v', { version: versions[0] })} {says(before)}</span>}
        <b style={left(after.value)}>{moved && t('method.v', { version: versions[1] })} {says(after)}</b>
      </p>
      <div className="bands-bar">
        {edges.slice(1).map((edge, i) => <i key={i} style={{ width: `${(edge - edges[i]!) * 100}%`, background: `color-mix(in srgb, var(--class-B) ${Math.round(8 + (30 * i) / edges.length)}%, var(--surface))` }} />)}
        {cuts.map((c) => <u key={c.value} className="cut-line" style={left(c.value)} />)}
        {moved && <u className="old" style={left(before.value)} />}
        <u className="here" style={left(after.value)} />
      </div>
      <div className="bands-axis">{cuts.map((c) => <span key={c.value} style={left(c.value)}>{says(c)}</span>)}</div>
    </div>
  )
}
