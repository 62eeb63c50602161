import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import type { Progress, Step } from './server'

const shape = { complete: 'ok', open: 'blocked', stale: 'ask', later: 'info' } as const

/** StepsPanel is the bar of eight steps and the list of them: what each asks for, and how far it is. */
export function StepsPanel({ progress, chosen, onChoose }: { progress: Progress; chosen: number; onChoose: (number: number) => void }) {
  const { t } = useTranslation()
  const { count } = useFigures()
  const said = (s: Step) => [s.blocking > s.loose && t('plan.of_accounts', { count: s.blocking - s.loose }), s.loose > 0 && t('plan.of_deals', { count: s.loose }), s.stale > 0 && `${t('plan.state_stale')} ${count(s.stale)}`, s.state === 'open' && !s.begun && t('plan.nothing_yet')].filter(Boolean).join(' · ')
  const sheet = () => ({ columns: ['', t('plan.steps'), t('plan.state'), t('plan.reason')], rows: progress.steps.map((s) => [s.number, t(`plan.step_${s.number}`), t(s.state === 'open' ? 'plan.step_open' : `plan.state_${s.state}`), said(s)]) })
  return (
    <Panel title={t('plan.steps')} subtitle={t('plan.complete_of', { count: progress.complete })} sheet={sheet} note={progress.marks > 0 ? t('plan.stale_says', { count: progress.marks }) : progress.own ? t('plan.own_says') : undefined}>
      <div className="plan-bar" role="img" aria-label={t('plan.complete_of', { count: progress.complete })}>{progress.steps.map((s) => <i key={s.number} className={s.state} />)}</div>
      <ol className="plan-steps">
        {progress.steps.map((s) => (
          <li key={s.number}>
            <button type="button" aria-pressed={s.number === chosen} onClick={() => onChoose(s.number)}>
              <b className="number">{s.number}</b>
              <span><b>{t(`plan.step_${s.number}`)}</b><small>{t(`plan.step_${s.number}_says`)}</small>{said(s) && <small className="plan-said">{said(s)}</small>}</span>
              <StateChip state={shape[s.state]}>{t(s.state === 'open' ? 'plan.step_open' : `plan.state_${s.state}`)}</StateChip>
            </button>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
