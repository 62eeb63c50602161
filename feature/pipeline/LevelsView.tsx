import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Waiting } from '../../ui/kit/Waiting'
import { Why } from '../../ui/kit/Why'
import { useRate } from './rate'
import { type Levels, useLevels, type Which } from './server'

/** LevelsView are deals by how near their order is, with who is to be called today. */
export function LevelsView({ which }: { which: Which }) {
  const { data, error, refetch, isPlaceholderData: stale } = useLevels(which)
  if (!data) return error ? <Fault error={error} onRetry={() => void refetch()} /> : <Waiting rows={10} />
  return (
    <>
      <Board levels={data} />
      <Calls levels={data} stale={stale} />
      <Signed levels={data} stale={stale} />
    </>
  )
}

function Board({ levels: l }: { levels: Levels }) {
  const { t } = useTranslation()
  const { sum, unit, day } = useFigures(l.currency)
  return (
    <div className="pipeline-columns" role="group" aria-label={t('pipeline.view_levels')} tabIndex={0}>
      {l.levels.map((c) => (
        <section key={c.level} className="pipeline-column" aria-label={t(`pipeline.level_${c.level}`, { within: c.within })}>
          <header>
            <h2>{t(`pipeline.level_${c.level}`, { within: c.within })} <small className="third">{c.count}</small></h2>
            <p>{sum(c.amount_minor)} <small className="third">{unit}</small></p>
            <p className="third">{t('pipeline.every', { days: c.every })}</p>
            {c.passed > 0 && <p className="pipeline-late">{t('pipeline.level_passed', { count: c.passed })}</p>}
          </header>
          <ul>
            {c.cards.map((card) => (
              <li key={card.id} className="pipeline-card">
                <p className="pipeline-name"><Link to="/opportunities/$opportunity" params={{ opportunity: card.id } as never}>{card.name}</Link></p>
                <p className="third pipeline-cut">{card.customer || t('pipeline.no_account')} · {card.owner_name}</p>
                <p><b>{sum(card.amount_minor)}</b> <small className={card.passed ? 'pipeline-late' : 'third'}>{card.expected ? day(card.expected) : t('pipeline.no_day')}</small></p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Calls({ levels: l, stale }: { levels: Levels; stale: boolean }) {
  const { t } = useTranslation()
  const { day } = useFigures(l.currency)
  const sheet = () => ({ columns: [t('pipeline.level'), t('pipeline.deal'), t('pipeline.customer'), t('pipeline.owner'), t('pipeline.last'), t('pipeline.due')], rows: l.calls.map((c) => [c.level, c.name, c.customer, c.owner_name, c.last ?? '', c.due]) })
  return (
    <Panel title={t('pipeline.calls')} subtitle={t('pipeline.calls_say', { count: l.count })} sheet={sheet} stale={stale}>
      {l.calls.length === 0 ? <Empty>{t('pipeline.calls_none')}</Empty> : (
        <div className="sheet pipeline-rows" tabIndex={0}>
          <table>
            <thead><tr><th scope="col">{t('pipeline.level')}</th><th scope="col">{t('pipeline.deal')}</th><th scope="col" className="wide">{t('pipeline.customer')}</th><th scope="col" className="wide">{t('pipeline.owner')}</th><th scope="col">{t('pipeline.last')}</th><th scope="col">{t('pipeline.due')}</th></tr></thead>
            <tbody>
              {l.calls.map((c) => (
                <tr key={c.id}>
                  <td><Why label={c.name} chip={<span className="chip chip-plain"><b>{c.level}</b></span>}>{() => <Reasoned why={c.why!} stand={l.today} />}</Why></td>
                  <td><Link to="/opportunities/$opportunity" params={{ opportunity: c.id } as never}>{c.name}</Link></td>
                  <td className="wide">{c.customer}</td>
                  <td className="wide">{c.owner_name}</td>
                  <td>{c.last ? day(c.last) : t('pipeline.never')}</td>
                  <td>{day(c.due)} {c.late > 0 && <small className="pipeline-late">{t('pipeline.late', { days: c.late })}</small>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

/** Signed is how many of each level were signed in the end. */
function Signed({ levels: l, stale }: { levels: Levels; stale: boolean }) {
  const { t } = useTranslation()
  const rate = useRate()
  const sheet = () => ({ columns: [t('pipeline.level'), t('pipeline.rate')], rows: l.levels.map((c) => [c.level, rate(c.signed)]) })
  return (
    <Panel title={t('pipeline.signed')} subtitle={t('pipeline.signed_say', { months: l.months })} sheet={sheet} stale={stale}>
      <dl className="pipeline-signed">{l.levels.map((c) => <div key={c.level}><dt>{c.level} → O</dt><dd className={c.signed.mean == null ? 'third' : undefined}>{rate(c.signed)}</dd></div>)}</dl>
    </Panel>
  )
}
