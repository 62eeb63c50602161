import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import type { Detail } from './server'
import { write } from './write'

/** WhyPanel says what a figure is, from which counts it comes, and where its limits are. */
export function WhyPanel({ detail }: { detail: Detail }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const { indicator, explanation: why } = detail
  const line = (f: { key: string; unit: string; value: number; known: boolean }) => [t(f.key), write(f.unit, f.known ? f.value : null, figures)] as const
  const inputs = why.inputs.map(line), cuts = why.cuts.map(line)
  const amounts = why.inputs.some((f) => f.unit === 'amount')
  const sheet = () => ({ columns: [t('kpi.indicator'), t('kpi.value')], rows: [...inputs, ...cuts].map(([name, value]) => [name, value]) })
  return (
    <Panel title={t('kpi.why')} subtitle={`${t(why.rule)}${amounts ? ` · ${figures.unit}` : ''}`} sheet={sheet}>
      <dl className="kpi-facts">
        {inputs.map(([name, value]) => <div key={name}><dt>{name}</dt><dd className="number">{value}</dd></div>)}
        {cuts.map(([name, value]) => <div key={name} className="cut"><dt>{name}</dt><dd className="number">{value}</dd></div>)}
      </dl>
      <p className="third">{t(why.result)} · {why.model} · {t('kpi.formula_version', { version: indicator.formula })}</p>
    </Panel>
  )
}
