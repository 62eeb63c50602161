import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import { usePeople } from '../../ui/people'
import type { By, Detail } from './server'
import { states, write } from './write'

const ways: By[] = ['tier', 'region', 'industry', 'owner']

/** PartsPanel breaks a figure down: by tier, region, industry, manager. A part is chosen by a click. */
export function PartsPanel({ detail, by, onBy, onPart }: { detail: Detail; by: By; onBy: (by: By) => void; onPart: (change: Record<string, string>) => void }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const { name } = usePeople()
  const { indicator, parts } = detail
  const named = (word: string) => (!word ? t('kpi.unknown_word') : by === 'tier' ? t(`kpi.tier_${word}`) : by === 'owner' ? name(word) || word : word)
  const unit = indicator.unit === 'amount' ? ` (${figures.unit})` : ''
  const head = [t(`kpi.by_${by}`), t(`kpi.name_${indicator.name}`) + unit, t('kpi.light'), t('kpi.customers'), `${t('kpi.sales')} (${figures.unit})`]
  const sheet = () => ({ columns: head, rows: parts.map((p) => [named(p.word), write(indicator.unit, p.value, figures), t(`kpi.light_${p.light}`), p.customers, figures.sum(p.sales)]) })
  return (
    <Panel title={t('kpi.parts')} sheet={sheet} extra={<Select<By> size="small" value={by} onChange={onBy} aria-label={t('kpi.by')} popupMatchSelectWidth={false} options={ways.map((value) => ({ value, label: t(`kpi.by_${value}`) }))} />}>
      <div className="kpi-scroll" tabIndex={0}>
        <table className="kpi-rows">
          <thead><tr>{head.map((h, i) => <th key={h} scope="col" className={i === 1 || i > 2 ? 'number' : undefined}>{h}</th>)}</tr></thead>
          <tbody>
            {parts.map((p) => (
              <tr key={p.word}>
                <td className="cut">{p.word ? <button type="button" className="link" onClick={() => onPart({ [by]: p.word })}>{named(p.word)}</button> : <span className="third">{named(p.word)}</span>}</td>
                <td className="number">{write(indicator.unit, p.value, figures)}</td>
                <td>{p.light !== 'none' && <StateChip state={states[p.light]}>{t(`kpi.light_${p.light}`)}</StateChip>}</td>
                <td className="number">{figures.count(p.customers)}</td>
                <td className="number">{figures.sum(p.sales)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
