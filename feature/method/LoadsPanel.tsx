import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import type { Simulation } from './wire'

type Load = Simulation['loads'][number]

// So many fit beside a form; the rest stand in the table.
const most = 8

/** LoadsPanel shows to whom a draft would give more work than there are hours: those first whose work changes most. */
export function LoadsPanel({ loads, stale }: { loads: Load[]; stale: boolean }) {
  const { t } = useTranslation()
  const { decimal } = useFigures()
  const over = loads.filter((l) => l.after > l.capacity).length
  const sheet = () => ({ columns: [t('method.manager'), t('method.hours_now'), t('method.hours_then'), t('method.capacity')], rows: loads.map((l) => [l.name, l.before, l.after, l.capacity]) })
  const capacities = [...new Set(loads.map((l) => l.capacity))]
  const changed = loads.filter((l) => moved(l) >= 0.5).sort((a, b) => moved(b) - moved(a)), shown = changed.slice(0, most)
  const widest = Math.max(...shown.flatMap((l) => [l.before, l.after, l.capacity])) * 1.12
  return (
    <Panel title={t(over ? 'method.overloaded' : 'method.loads', { count: over })} sheet={sheet} stale={stale}
      subtitle={capacities.length === 1 ? t('method.hours_line', { capacity: decimal(capacities[0], 0) }) : t('method.hours_lines')}>
      {shown.length === 0 ? <p className="third">{t('method.loads_same')}</p> : <ul className="loads">{shown.map((l) => <Line key={l.user} load={l} widest={widest} />)}</ul>}
      {changed.length > most && <p className="third method-held">{t('method.loads_more', { count: changed.length - most })}</p>}
    </Panel>
  )
}

const moved = ({ before, after }: Load) => Math.abs(after - before)

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
