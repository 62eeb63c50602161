import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { TierWord } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { useMay } from '../../ui/me'
import { usePeople } from '../../ui/people'
import type { Tier } from '../../ui/theme'
import { type Plan, type Progress, type Step, useBlockers, useConfirm } from './server'

/** where a step is worked on */
const ways: Record<number, string> = { 1: '/evaluation', 2: '/plans/goals', 3: '/plans/coverage', 5: '/competitors', 6: '/opportunities', 7: '/plans/resources', 8: '/plans/actions' }

/** BlockersPanel lists who stands against a step, with the way to mend it. */
export function BlockersPanel({ plan, progress, step }: { plan: Plan; progress: Progress; step: Step }) {
  const { t } = useTranslation()
  const { sum, unit } = useFigures()
  const may = useMay()
  const { name } = usePeople()
  const { data, error, refetch } = useBlockers(plan.id, step.number)
  const confirm = useConfirm(plan.id, step.number)
  const stale = data?.rows.filter((r) => r.was).map((r) => r.account) ?? []
  const lacks = (r: { missing: boolean }) => t(r.missing ? `plan.lacks_${step.number}` : 'plan.is_stale')
  const tier = (one: string) => t(`plan.tier_${one}`)
  const budget = step.number === 7 && progress.budget
  return (
    <Panel title={t(`plan.step_${step.number}`)} subtitle={t(`plan.step_${step.number}_says`)} extra={<>
      {may('plan:confirm') && stale.length > 0 && <Button size="small" loading={confirm.isPending} onClick={() => confirm.mutate(stale)}>{t('plan.confirm_all')}</Button>}
      {may('plan:export') && data && data.count > 0 && <Button size="small" href={`/api/plans/${plan.id}/blockers/export?step=${step.number}`}>{t('plan.export')}</Button>}
      {ways[step.number] && <Link className="plan-go" to={ways[step.number] as never}>{t('plan.go')}</Link>}
    </>} note={data && data.count > data.rows.length ? t('plan.blockers_more', { count: data.count, shown: data.rows.length }) : undefined}>
      <Fault error={error ?? confirm.error} onRetry={() => void refetch()} />
      {budget && <p>{t('plan.budget_open', { planned: `${sum(budget.planned)} ${unit}`, budget: `${sum(budget.budget)} ${unit}` })}</p>}
      {step.loose > 0 && <p>{t('plan.loose_deals', { count: step.loose })}</p>}
      {!data && !error ? <Waiting rows={6} /> : data?.rows.length === 0 ? step.loose === 0 && <p className="third">{t(step.later ? 'plan.state_later' : step.begun ? 'plan.no_blockers' : 'plan.nothing_yet')}</p> : (
        <div className="plan-scroll" tabIndex={0}>
          <table className="plan-rows">
            <thead><tr><th scope="col">{t('plan.account')}</th><th scope="col">{t('plan.tier')}</th><th scope="col">{t('plan.owner')}</th><th scope="col">{t('plan.reason')}</th><th /></tr></thead>
            <tbody>
              {data?.rows.map((r) => (
                <tr key={r.account}>
                  <td className="cut"><Link to="/accounts/$id" params={{ id: r.account } as never} title={r.name}>{r.name}</Link></td>
                  <td>{r.tier ? <TierWord tier={r.tier as Tier} /> : '—'}</td>
                  <td>{name(r.owner)}</td>
                  <td>{lacks(r)}{r.was && <small className="third"> {t('plan.stale_mark', { was: tier(r.was), becomes: tier(r.tier) })} {t('plan.since', { day: r.since })}</small>}</td>
                  <td>{r.was && may('plan:confirm') && <Button size="small" type="link" aria-label={`${t('plan.confirm')} ${r.name}`} onClick={() => confirm.mutate([r.account])}>{t('plan.confirm')}</Button>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}
