import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import type { Governed, Proposal } from './server'

type Figure = Proposal['why']['inputs'][number]

/** useWords says classes, reasons and consequences in the user's language. */
export function useWords() {
  const { t } = useTranslation()
  const figures = useFigures()
  const amount = (f: Figure) => (f.unit === 'amount' ? figures.sum(f.value) : f.unit === 'share' ? figures.share(f.value) : figures.decimal(f.value, 0))
  const cls = (model: Governed, name: string) => (name ? t(`evaluation.${model}_${name}`) : t('evaluation.none'))
  /** reasons are the inputs beside the cuts that decided about a tier; elsewhere the first figures, and the rule. */
  const reasons = ({ model, rule, inputs, cuts }: Proposal['why']) => {
    if (model !== 'M17') {
      const said = inputs.filter((input) => input.known).slice(0, 3).map((input) => `${t(input.key)} ${amount(input)}`)
      return [said.length ? t('evaluation.figures_and_rule', { figures: said.join(t('evaluation.between')), rule: t(rule) }) : t(rule)]
    }
    return inputs.flatMap((input) => {
      const cut = cuts.find((c) => c.key === input.key)
      if (!input.known || !cut) return []
      return [t(input.value >= cut.value ? 'evaluation.at_least' : 'evaluation.below', { name: t(input.key), value: amount(input), cut: amount(cut) })]
    })
  }
  /** effects are what follows; words among their arguments are text keys. */
  const effects = (p: Proposal) =>
    p.effects.map(({ key, args }) => {
      const said = Object.entries(args ?? {}).map(([name, value]) => [name, typeof value === 'string' ? t(value) : name === 'hours' ? signed(value as number) : value])
      return String(t(key, Object.fromEntries(said)))
    })
  const signed = (hours: number) => (hours > 0 ? '+' : '') + figures.decimal(hours)
  return { cls, reasons, effects, unit: figures.unit }
}
