import { useTranslation } from 'react-i18next'
import { type Figures, missing, useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import type { Card } from './Reason'

type Scored = Card['scored']
type Indicator = Scored['aspects'][number]['items'][number]

/** ScoreCard shows the four sides of the value scorecard, and what of them nobody knows yet. */
export function ScoreCard({ card }: { card: Card }) {
  const { t } = useTranslation()
  const figures = useFigures(card.currency)
  const { aspects, total, completeness, missing: open } = card.scored
  const sheet = () => ({
    columns: [t('portfolio.aspect'), t('portfolio.indicator'), t('portfolio.answer'), t('portfolio.points')],
    rows: aspects.flatMap((a) => a.items.map((i) => [t(`value.${a.name}`), t(`value.${i.name}`), answer(i, i.value, figures), i.score === null ? '' : figures.decimal(i.score)])),
  })
  return (
    <Panel title={t('portfolio.model_worth')} sheet={sheet}
      subtitle={total === null ? t('portfolio.complete_to', { part: figures.share(completeness, 0) }) : t('portfolio.points_of', { points: figures.decimal(total), part: figures.share(completeness, 0) })}
      note={open.length > 0 && t('portfolio.missing_answers', { names: open.map((name) => t(`value.${name}`)).join(' · ') })}>
      <div className="scorecard">
        <Radar aspects={aspects} />
        <div className="scorecard-aspects">
          {aspects.map((a) => (
            <section key={a.name}>
              <h3>{t(`value.${a.name}`)}<small>{figures.share(a.weight / 100, 0)}</small><b className="number">{a.index === null ? missing : figures.decimal(a.index)}</b></h3>
              {a.items.map((i) => (
                <p key={i.name}>
                  <span>{t(`value.${i.name}`)}</span>
                  <span className="number" title={`${answer(i, i.floor, figures)} → ${answer(i, i.target, figures)}`}>{answer(i, i.value, figures)}</span>
                  <i className="share"><i style={{ width: `${i.score ?? 0}%` }} /></i>
                </p>
              ))}
            </section>
          ))}
        </div>
      </div>
    </Panel>
  )
}

function answer({ unit }: Indicator, value: number | null, figures: Figures) {
  if (value === null) return missing
  if (unit === 'amount') return figures.sum(value)
  return unit === 'share' ? figures.share(value) : figures.count(value)
}

/** Radar is the shape of the card; its figures stand beside it. */
function Radar({ aspects }: { aspects: Scored['aspects'] }) {
  const { t } = useTranslation()
  const axes = [[0, -1], [1, 0], [0, 1], [-1, 0]] as const
  const at = (part: (k: number) => number) => axes.map(([x, y], k) => `${70 + x * 50 * part(k)},${64 + y * 50 * part(k)}`).join(' ')
  return (
    <svg viewBox="0 0 140 128" className="radar" aria-hidden="true">
      {[1, 0.75, 0.5, 0.25].map((ring) => <polygon key={ring} points={at(() => ring)} className="radar-ring" />)}
      <polygon points={at((k) => (aspects[k]?.index ?? 0) / 100)} className="radar-shape" />
      {aspects.map((a, k) => {
        const [x, y] = axes[k] ?? [0, 0]
        return <text key={a.name} x={70 + x * 52} y={64 + y * 58 + 3} textAnchor={x > 0 ? 'end' : x < 0 ? 'start' : 'middle'} dy={x === 0 ? 0 : -8}>{t(`value.${a.name}`)}</text>
      })}
    </svg>
  )
}
