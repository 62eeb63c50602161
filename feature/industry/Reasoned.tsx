import { useTranslation } from 'react-i18next'
import { type Figures, missing, useFigures } from '../../ui/figures'
import { Explanation } from '../../ui/kit/Explanation'
import type { Because } from './server'

type Figure = Because['inputs'][number]

/** Reasoned says why an industry, a group or an account got its result. */
export function Reasoned({ why, stand, currency }: { why: Because; stand: string; currency?: string }) {
  const { t } = useTranslation()
  const figures = useFigures(currency)
  return (
    <Explanation title={t(why.result)} stand={stand} unit={why.inputs.some((i) => i.unit === 'amount') ? figures.unit : undefined}
      inputs={why.inputs.map((i) => ({ name: t(i.key), value: write(i, figures), cut: why.cuts.filter((c) => c.key === i.key).map((c) => write(c, figures)).join(' · ') }))}
      rule={t(why.rule)}
      changes={why.changes.map((c) => ({
        direction: c.difference > 0 ? 'up' : 'down',
        sentence: t('industry.change', { what: t(c.key), to: write({ ...c, value: c.to, known: true }, figures), result: t(c.result) }),
      }))} />
  )
}

function write({ unit, value, known }: Figure, figures: Figures) {
  if (!known) return missing
  if (unit === 'amount') return figures.sum(value)
  if (unit === 'share') return figures.share(value)
  return Number.isInteger(value) ? figures.count(value) : figures.decimal(value, 2)
}
