import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, type Reply, take } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { type Figures, missing, useFigures } from '../../ui/figures'
import { Explanation } from '../../ui/kit/Explanation'
import { Waiting } from '../../ui/kit/Waiting'
import { query, useChoices } from './ask'
import { Judge } from './Judge'
import { type Figure, reach } from './reach'

export type Card = Reply<'/api/accounts/{account}/portfolio'>
export type Reasoned = Card['why'][number]

/** useCard is what the portfolio knows of one account. */
export function useCard(account: string) {
  const { region: _r, industry: _i, owner: _o, ...window } = query(useChoices()[0])
  return useQuery({
    queryKey: ['portfolio', 'card', account, window],
    queryFn: async () => take(await api.GET('/api/accounts/{account}/portfolio', { params: { path: { account }, query: window } })),
  })
}

/** Reason explains one result of one account. */
export function Reason({ account, model }: { account: string; model: Reasoned['model'] }) {
  const { data, error, refetch } = useCard(account)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  const why = data?.why.find((w) => w.model === model)
  return data && why ? <Because card={data} why={why} /> : <Waiting rows={6} />
}

/** Because is the explanation of a result that is at hand. */
export function Because({ card, why, actions = true }: { card: Card; why: Reasoned; actions?: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures(card.currency)
  const say = (figure: Figure) => write(figure, figures, t)
  return (
    <Explanation
      title={t('portfolio.why_title', { result: t(why.result) })}
      stand={t('portfolio.stand', { date: card.as_of, model: t(`portfolio.model_${why.model}`), version: card.config })}
      unit={figures.unit}
      hue={hue(card, why.model)}
      inputs={why.inputs.map((input) => row(input, why.cuts, say, t))}
      rule={why.model === 'register' && card.rules.length ? card.rules.map((rule) => t(`register.rule_${rule}`)).join(' ') : t(why.rule)}
      changes={why.changes.map((change) => ({
        direction: change.difference > 0 ? 'up' : 'down',
        sentence: t(change.from ? 'portfolio.change' : 'portfolio.change_from_none', { what: t(change.key), to: say({ ...change, value: change.to, known: true }), result: t(change.result), step: stepOf(change, figures, t) }),
        near: Math.abs(change.difference) <= 0.25 * Math.abs(change.from),
      }))}
      confidence={{
        title: t('portfolio.confidence', { level: t(`portfolio.confidence_${why.confidence.level}`) }),
        text: <Trust why={why} />,
      }}
      actions={<>{actions && <Judge card={card} />}<span className="grow" /><span className="third">{t('portfolio.rest_on', { count: figures.count(why.rows) })}</span></>}
    />
  )
}

type Say = (figure: Figure) => string
type T = (key: string, args?: Record<string, unknown>) => string

function row(input: Figure, cuts: Figure[], say: Say, t: T) {
  const place = reach(input, cuts)
  return { name: t(input.key), value: say(input), cut: place && `${place.sign} ${say(place.cut)}`, reach: place?.reach, tick: place?.tick }
}

function write({ unit, value, known }: Figure, figures: Figures, t: T) {
  if (!known) return missing
  switch (unit) {
    case 'amount': return figures.sum(value)
    case 'share': return figures.share(value)
    case 'days': return t('portfolio.days', { count: figures.count(value) })
    case 'score': return figures.decimal(value, Number.isInteger(value) ? 0 : 1)
    case 'answer': return t(value ? 'portfolio.answer_yes' : 'portfolio.answer_no')
    default: return figures.count(value)
  }
}

// stepOf is how far away the other result is: sums in proportion, everything else in its own measure.
function stepOf({ unit, from, difference }: Reasoned['changes'][number], figures: Figures, t: T) {
  const plus = difference > 0 ? '+' : ''
  switch (unit) {
    case 'amount': return figures.change(difference / Math.abs(from), 0)
    case 'share': return t('portfolio.step_points', { count: plus + figures.decimal(100 * difference) })
    case 'days': return t('portfolio.step_days', { count: plus + figures.count(difference) })
    default: return plus + figures.decimal(difference, Number.isInteger(difference) ? 0 : 1)
  }
}

function Trust({ why: { confidence: c } }: { why: Reasoned }) {
  const { t } = useTranslation()
  return (
    <>
      {c.reasons.map((reason) => <span key={reason}>{t(reason)} </span>)}
      {c.author && <span>{t('portfolio.judged', { author: c.author, date: c.on, evidence: c.evidence || missing })} </span>}
      {c.expires && <span className="soon">{t('portfolio.stale_on', { date: c.expires })}</span>}
    </>
  )
}

function hue({ tier, grid, abc }: Card, model: Reasoned['model']) {
  if ((model === 'pyramid' || model === 'quadrant') && tier) return `tier-${tier}`
  if (model === 'grid' && grid) return `class-${grid}`
  if (model === 'abc' && abc) return `class-${abc}`
  return 'state-info'
}
