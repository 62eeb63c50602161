import { useTranslation } from 'react-i18next'
import { missing, useFigures } from '../../ui/figures'
import type { Card, Step } from './server'

/** Ladder is the five rules in their order, each with what it looks at; the first that fits is lit. */
export function Ladder({ card }: { card: Card }) {
  const { t } = useTranslation()
  const says = useSays(card)
  return (
    <ol className="strategy-ladder">
      {card.advice.trail.map((s, i) => (
        <li key={s.strategy} className={`met-${s.met}`} aria-current={s.met === 'yes' || undefined}>
          <span>{i + 1}</span>
          <b>{t(`strategy.way_${s.strategy}`)}</b>
          <span>{says(s)}</span>
          <span className="strategy-met">{t(`strategy.met_${s.met}`)}</span>
        </li>
      ))}
    </ol>
  )
}

/** useSays is what a rule looks at in this deal, in words. */
function useSays(card: Card) {
  const { t } = useTranslation()
  const figures = useFigures()
  const { case: c, facts } = card
  const cuts = (key: string) => card.why.cuts.filter((cut) => cut.key === key).map((cut) => figures.decimal(cut.value, cut.value % 1 ? 1 : 0))
  const [overwhelming = '', superior = ''] = cuts('strategy.ratio')
  const [winnable = '', hopeless = ''] = cuts('strategy.gate')
  const need = t('strategy.or', { a: overwhelming, b: superior, c: winnable })
  const ratio = figures.decimal(c.ratio, 2)
  return (s: Step) => {
    if (s.met === 'untested') return t('strategy.case_untested')
    switch (s.strategy) {
      case 'defend':
        return c.incumbent === 'no' && card.supplier ? t('strategy.case_incumbent_them', { name: card.supplier }) : t(`strategy.case_incumbent_${c.incumbent}`)
      case 'develop':
        return card.advice.hopeless ? t('strategy.case_hopeless', { cut: hopeless }) : t('strategy.case_develop')
      case 'frontal':
        if (c.ratio == null) return t('strategy.case_ratio_unknown')
        return c.gate == null ? t('strategy.case_ratio', { ratio, need }) : t('strategy.case_ratio_gate', { ratio, gate: figures.decimal(c.gate, 0), need })
      case 'flank':
        if (c.changeable === 'yes') return facts.until ? t('strategy.case_changeable', { until: figures.day(facts.until) }) : t('strategy.case_changeable_yes')
        return facts.changeable === 'yes' ? t('strategy.case_changeable_over', { until: figures.day(facts.until) }) : t(`strategy.case_changeable_${c.changeable}`)
      default:
        return c.divisible === 'yes' ? t('strategy.case_divisible_yes', { part: facts.part, ratio: c.part == null ? missing : figures.decimal(c.part, 2), need: cuts('strategy.part')[0] }) : t(`strategy.case_divisible_${c.divisible}`)
    }
  }
}
