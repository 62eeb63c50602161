import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { ClassChip, StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { KeyFigures } from '../../ui/kit/KeyFigures'
import { Panel } from '../../ui/kit/Panel'
import { Reasoned } from '../../ui/kit/Reasoned'
import { Waiting } from '../../ui/kit/Waiting'
import { Why } from '../../ui/kit/Why'
import { type Funnel, useFunnel, type Which } from './server'
import { StepsPanel } from './StepsPanel'
import { useRate } from './rate'

/** FunnelView is how full the pipe is: three classes, their health, what is stuck, and how deals went on from step to step. */
export function FunnelView({ which }: { which: Which }) {
  const { t } = useTranslation()
  const { data, error, refetch, isPlaceholderData: stale } = useFunnel(which)
  const { sum, unit } = useFigures(data?.currency)
  if (!data) return error ? <Fault error={error} onRetry={() => void refetch()} /> : <Waiting rows={10} />
  const thin = data.classes.filter((c) => c.thin).map((c) => c.class)
  return (
    <>
      <KeyFigures stale={stale} figures={[
        { title: `${t('pipeline.funnel_weighted')} ${unit}`, value: sum(data.weighted_minor) },
        { title: t('pipeline.health'), value: <StateChip state={data.healthy ? 'ok' : 'ask'}>{data.healthy ? t('pipeline.healthy') : t('pipeline.thin', { classes: thin.join('、') })}</StateChip>, note: t('pipeline.ratio', { cs: data.config.cs, bs: data.config.bs }) },
        { title: t('pipeline.jams'), value: data.jams, note: t('pipeline.jams_say', { days: data.config.stuck }) },
      ]} />
      <div className="pipeline-two">
        <Classes funnel={data} stale={stale} />
        <Situations funnel={data} stale={stale} />
      </div>
      <Jams funnel={data} stale={stale} />
      <StepsPanel funnel={data} stale={stale} />
    </>
  )
}

function Classes({ funnel: f, stale }: { funnel: Funnel; stale: boolean }) {
  const { t } = useTranslation()
  const { sum, unit, count } = useFigures(f.currency)
  const rate = useRate()
  const most = Math.max(1, ...f.classes.map((c) => c.count))
  const sheet = () => ({
    columns: [t('pipeline.class'), t('pipeline.count'), t('pipeline.amount'), t('pipeline.weighted'), t('pipeline.went')],
    rows: f.classes.map((c) => [c.class, c.count, c.amount_minor / 100, c.weighted_minor / 100, rate(c.went)]),
  })
  return (
    <Panel title={t('pipeline.view_funnel')} subtitle={t('pipeline.class_rule', { b: f.config.from_b, a: f.config.from_a })} sheet={sheet} stale={stale}>
      <ol className="pipeline-funnel">
        {f.classes.map((c) => (
          <li key={c.class}>
            <p><b>{t(`pipeline.class_${c.class}`)}</b> {c.thin && <StateChip state="ask">{t('pipeline.wants', { count: c.wants })}</StateChip>}</p>
            <p className="pipeline-slab" style={{ width: `${Math.max(12, (c.count / most) * 100)}%`, background: `var(--class-${c.class}-tint)`, color: `var(--class-${c.class}-text)` }}>{count(c.count)}</p>
            <p className="third">{sum(c.amount_minor)} {unit} · {t('pipeline.counted', { percent: c.counted })} · {t('pipeline.weighted')} {sum(c.weighted_minor)}</p>
            {c.class !== 'A' && <p className="third">{t('pipeline.went')} {rate(c.went)}</p>}
          </li>
        ))}
      </ol>
    </Panel>
  )
}

const does = { A: 'sign', B: 'visit', C: 'meet' } as const

/** Situations are the three tasks that may be there at once, in the order in which they are done. */
function Situations({ funnel: f, stale }: { funnel: Funnel; stale: boolean }) {
  const { t } = useTranslation()
  const { sum } = useFigures(f.currency)
  return (
    <Panel title={t('pipeline.situations')} subtitle={t('pipeline.situations_say')} stale={stale}>
      <ol className="pipeline-situations">
        {[...f.classes].reverse().map((c, i) => (
          <li key={c.class}>
            <p><b>{i + 1}. {t(`pipeline.does_${does[c.class]}`)}</b> <small className="third">{c.count}</small></p>
            <ul>{c.first.map((one) => <li key={one.id}><Why label={one.name} chip={<ClassChip grade={one.class} />}>{() => <Reasoned why={one.why!} stand={f.today} />}</Why> <Link to="/opportunities/$opportunity" params={{ opportunity: one.id } as never}>{one.name}</Link> <small className="third">{one.customer} · {sum(one.amount_minor)}</small></li>)}</ul>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function Jams({ funnel: f, stale }: { funnel: Funnel; stale: boolean }) {
  const { t } = useTranslation()
  const { sum, unit, day } = useFigures(f.currency)
  const sheet = () => ({ columns: [t('pipeline.deal'), t('pipeline.customer'), t('pipeline.amount'), t('pipeline.since'), t('pipeline.lasts')], rows: f.stuck.map((j) => [j.name, j.customer, j.amount_minor == null ? null : j.amount_minor / 100, j.since, j.lasts]) })
  return (
    <Panel title={t('pipeline.jams')} subtitle={`${t('pipeline.jams_say', { days: f.config.stuck })} · ${f.jams}`} sheet={sheet} stale={stale}>
      {f.stuck.length === 0 ? <Empty>{t('pipeline.jams_none')}</Empty> : (
        <div className="sheet pipeline-rows" tabIndex={0}>
          <table>
            <thead><tr><th scope="col">{t('pipeline.deal')}</th><th scope="col" className="wide">{t('pipeline.customer')}</th><th scope="col" className="wide">{t('pipeline.owner')}</th><th scope="col" className="number">{t('pipeline.amount')} {unit}</th><th scope="col">{t('pipeline.since')}</th><th scope="col" className="number">{t('pipeline.lasts')}</th></tr></thead>
            <tbody>
              {f.stuck.map((j) => (
                <tr key={j.id}><td><Link to="/opportunities/$opportunity" params={{ opportunity: j.id } as never}>{j.name}</Link></td><td className="wide">{j.customer}</td><td className="wide">{j.owner_name}</td><td className="number">{sum(j.amount_minor)}</td><td>{day(j.since)}</td><td className="number">{j.lasts}</td></tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}
