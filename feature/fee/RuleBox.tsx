import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Why } from '../../ui/kit/Why'
import { lights, type Rule } from './server'

/** RuleBox is the profit rule: what the customer's year earns, what it costs, and what the activity adds. */
export function RuleBox({ rule, currency }: { rule: Rule; currency: string }) {
  const { t } = useTranslation()
  const { exact, share } = useFigures(currency)
  const chip = <StateChip state={lights[rule.light]}>{t(`fee.light_${rule.light}`)}</StateChip>
  const line = (name: string, value: string) => <tr key={name}><td>{name}</td><td className="number">{value}</td></tr>
  return (
    <div>
      <p>{rule.known ? <Why label={t('fee.light')} chip={chip}>{() => <Reasoned why={rule.why} stand={rule.until} currency={currency} />}</Why> : chip} {t(rule.passes ? 'fee.passes' : rule.planned.ok ? 'fee.passes_not_itself' : 'fee.passes_not')}</p>
      <table className="fee-rows">
        <tbody>
          {line(t('fee.rule_sold', { from: rule.from }), exact(rule.sold))}
          {line(t('fee.rule_ahead'), exact(rule.ahead))}
          {line(t('fee.rule_added'), exact(rule.added))}
          {line(t('fee.input_share'), share(rule.share))}
          {rule.known && line(t('fee.gross'), exact(rule.planned.gross))}
          {line(t('fee.rule_others'), exact(rule.others))}
          {line(t('fee.rule_fees'), exact(rule.planned.fees))}
          {rule.known && line(t('fee.input_net'), exact(rule.planned.net))}
          {rule.planned.break_even != null && line(t('fee.even'), exact(rule.planned.break_even))}
          {rule.activity && line(t('fee.activity'), `${exact(rule.activity.net)} · ${share(rule.activity.back)}`)}
        </tbody>
      </table>
    </div>
  )
}
