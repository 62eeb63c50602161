import { useTranslation } from 'react-i18next'
import type { Schema } from '../api'
import { type Figures, missing, useFigures } from '../figures'
import { Explanation } from './Explanation'

type Because = Schema['WhyExplanation']

interface Props {
  why: Because
  stand: string
  currency?: string
}

/** Reasoned says why something got its result, in the words of its method. */
export function Reasoned({ why, stand, currency }: Props) {
  const { t } = useTranslation()
  const figures = useFigures(currency)
  return (
    <Explanation title={t(why.result)} stand={stand} unit={why.inputs.some((i) => i.unit === 'amount') ? figures.unit : undefined}
      inputs={why.inputs.map((i) => ({ name: t(i.key), value: write(i, figures, t), cut: why.cuts.filter((c) => c.key === i.key).map((c) => write(c, figures, t)).join(' · ') }))}
      rule={t(why.rule)}
      changes={why.changes.map((c) => ({
        direction: c.difference > 0 ? 'up' : 'down',
        sentence: t('ui.instead', { what: t(c.key), to: write({ ...c, value: c.to, known: true }, figures, t), result: t(c.result) }),
      }))} />
  )
}

function write({ unit, value, known }: Because['inputs'][number], figures: Figures, t: (key: string) => string) {
  if (!known) return missing
  if (unit === 'amount') return figures.sum(value)
  if (unit === 'share') return figures.share(value)
  if (unit === 'answer') return t(value ? 'ui.yes' : 'ui.no')
  return Number.isInteger(value) ? figures.count(value) : figures.decimal(value, 2)
}
