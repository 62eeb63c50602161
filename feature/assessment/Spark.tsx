import { useTranslation } from 'react-i18next'

interface Props {
  label: string
  scores: (number | null)[]
  gate: number
  /** the last one does not reach the gate */
  low: boolean
}

const width = 92
const most = 6

/** Spark are the scores of a step in the evaluations so far, against its gate: a sign of the table that the history of evaluations shows. */
export function Spark({ label, scores, gate, low }: Props) {
  const { t } = useTranslation()
  const first = Math.max(0, scores.length - most)
  const shown = scores.slice(first)
  const x = (i: number) => (shown.length < 2 ? width / 2 : 8 + (i * (width - 16)) / (shown.length - 1))
  const y = (score: number) => 27 - (score / 100) * 24
  const points = shown.flatMap((score, i) => (score === null ? [] : [{ i, at: `${x(i)},${y(score)}`, score }]))
  return (
    <svg className="spark emblem" width={width} height="40" viewBox={`0 0 ${width} 40`} role="img"
      aria-label={t('assessment.trend_of', { step: label, scores: shown.map((s) => (s === null ? '—' : s)).join('、') })}>
      <line x1="0" x2={width} y1={y(gate)} y2={y(gate)} className="spark-gate" />
      <polyline points={points.map((p) => p.at).join(' ')} className="spark-line" />
      {points.map((p) => <circle key={p.i} cx={x(p.i)} cy={y(p.score)} r={p.i === shown.length - 1 ? 3.2 : 2} className={p.i < shown.length - 1 ? 'spark-past' : low ? 'spark-low' : 'spark-now'} />)}
      {shown.map((_, i) => <text key={i} x={x(i)} y="38" textAnchor="middle">{first + i + 1}</text>)}
    </svg>
  )
}
