import './plan.css'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { Waiting } from '../../ui/kit/Waiting'
import { usePeople } from '../../ui/people'
import { type Plan, usePage, usePlans } from './server'

/** PageScreen is the one plan as it is printed: the eight steps, and what is to be done for every important account. */
export default function PageScreen() {
  const { t } = useTranslation()
  const { data, error, refetch } = usePlans()
  const plan = data?.find((p) => p.state === 'open')
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting rows={8} />
  return plan ? <Paper plan={plan} /> : <Empty>{t('plan.nothing')}</Empty>
}

function Paper({ plan }: { plan: Plan }) {
  const { t } = useTranslation()
  const { sum, unit, count } = useFigures()
  const { name } = usePeople()
  const { data, error, refetch } = usePage(plan.id)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting rows={8} />
  const { progress, rows } = data
  const steps = (all: number[]) => all.map((n) => t(`plan.step_${n}`)).join(', ')
  return (
    <article className="plan-paper">
      <PageHead title={plan.name} note={`${plan.from} – ${plan.until} · ${t('plan.complete_of', { count: progress.complete })} · ${progress.today}`}>
        <Button className="plan-print" type="primary" onClick={() => window.print()}>{t('plan.print')}</Button>
      </PageHead>
      {progress.own && <p className="third">{t('plan.own_says')}</p>}
      <table className="plan-rows">
        <thead><tr><th scope="col" /><th scope="col">{t('plan.steps')}</th><th scope="col">{t('plan.state')}</th><th scope="col">{t('plan.reason')}</th></tr></thead>
        <tbody>
          {progress.steps.map((s) => (
            <tr key={s.number}><td>{s.number}</td><td><b>{t(`plan.step_${s.number}`)}</b> <small className="third">{t(`plan.step_${s.number}_says`)}</small></td><td>{t(s.state === 'open' ? 'plan.step_open' : `plan.state_${s.state}`)}</td>
              <td>{[s.blocking > 0 && t('plan.of_accounts', { count: s.blocking }), s.stale > 0 && `${t('plan.state_stale')} ${count(s.stale)}`, s.number === 7 && progress.budget && t('plan.budget_open', { planned: `${sum(progress.budget.planned)} ${unit}`, budget: `${sum(progress.budget.budget)} ${unit}` })].filter(Boolean).join(' · ')}</td></tr>
          ))}
        </tbody>
      </table>
      {data.count > rows.length && <p className="third">{t('plan.page_more', { count: data.count, shown: rows.length })}</p>}
      <table className="plan-rows">
        <thead><tr><th scope="col">{t('plan.account')}</th><th scope="col">{t('plan.tier')}</th><th scope="col">{t('plan.owner')}</th><th scope="col">{t('plan.reason')}</th><th scope="col">{t('plan.actions')}</th></tr></thead>
        <tbody>
          {rows.map((r) => (
            <tr key={r.account}><td>{r.name} <small className="third">{r.code}</small></td><td>{t(`plan.tier_${r.tier}`)}</td><td>{name(r.owner)}</td>
              <td>{[steps(r.lacks), r.stale.length > 0 && `${t('plan.state_stale')}: ${steps(r.stale)}`].filter(Boolean).join(' · ') || '—'}</td>
              <td>{r.actions.length === 0 ? '—' : <ul>{r.actions.map((a) => <li key={a.id}>{a.due} {a.title} <small className="third">{name(a.owner)}</small></li>)}</ul>}</td></tr>
          ))}
        </tbody>
      </table>
    </article>
  )
}
