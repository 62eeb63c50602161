import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import type { Simulation } from './wire'

type Load = Simulation['loads'][number]

/** LoadsPanel shows whom a draft would give more work than there are hours. */
export function LoadsPanel({ loads, stale }: { loads: Load[]; stale: boolean }) {
  const { t } = useTranslation()
  const { decimal } = useFigures()
  const over = loads.filter((l) => l.after > l.capacity).length
  const widest = Math.max(...loads.flatMap((l) => [l.before, l.after, l.capacity])) * 1.12
  const sheet = () => ({ columns: [t('method.manager'), t('method.hours_now'), t('method.hours_then'), t('method.capacity')], rows: loads.map((l) => [l.name, l.before, l.after, l.capacity]) })
  const capacities = [...new Set(loads.map((l) => l.capacity))]
  return (
    <Panel title={t(over ? 'method.overloaded' : 'method.loads', { count: over })} sheet={sheet} stale={stale}
      subtitle={capacities.length === 1 ? t('method.hours_line', { capacity: decimal(capacities[0], 0) }) : t('method.hours_lines')}>
      <ul className="loads">{loads.map((l) => <Line key={l.user} load={l} widest={widest} />)}</ul>
    </Panel>
  )
}

function Line({ load: { name, before, after, capacity }, widest }: { load: Load; widest: number }) {
  const { decimal } = useFigures()
  const part = (hours: number) => `${(hours / widest) * 100}%`
  const over = after > capacity, kept = Math.min(before, after)
  return (
    <li>
      <span className="cut" title={name}>{name}</span>
      <span className="load-bar" aria-hidden="true">
        <i style={{ width: part(kept) }} />
        <em className={after < before ? 'freed' : over ? 'over' : 'added'} style={{ left: part(kept), width: part(Math.abs(after - before)) }} />
        <u style={{ left: part(capacity) }} />
      </span>
      <span className="number">{decimal(before, 0)} → <b className={over ? 'soon' : undefined}>{decimal(after, 0)}</b>{over && <span className="soon"> +{decimal(after - capacity, 0)}</span>}</span>
    </li>
  )
}
