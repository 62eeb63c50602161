import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { usePeople } from '../../ui/people'
import type { Trial } from './server'

/** TrialResult says what rules would do; key accounts that would fall come first. */
export function TrialResult({ trial, onSpare }: { trial: Trial; onSpare: (ids: string[]) => void }) {
  const { t } = useTranslation()
  const { count } = useFigures()
  const { name } = usePeople()
  const keys = trial.keys ?? [], rows = trial.rows ?? []
  return (
    <div className="pool-trial" role="status">
      {keys.length > 0 && (
        <Alert type="error" showIcon title={t('pool.trial_keys', { count: keys.length })} description={<ul>{keys.map((k) => <li key={k.account}>{k.name} <span>{k.code} · {t('pool.last')} {k.last}</span></li>)}</ul>}
          action={<Button size="small" onClick={() => onSpare(keys.map((k) => k.account))}>{t('pool.and_spare')}</Button>} />
      )}
      <p><b>{t('pool.trial_falls', { falls: count(trial.falls), looked: count(trial.looked) })}</b></p>
      <ul className="third">
        {trial.classes?.map((c) => <li key={c.class}>{t(`pool.class_${c.class}`)}：{count(c.falls)}</li>)}
        {trial.soon > 0 && <li>{t('pool.trial_soon', { count: count(trial.soon) })}</li>}
        {trial.claimed > 0 && <li>{t('pool.trial_claimed', { count: count(trial.claimed) })}</li>}
        {trial.strays > 0 && <li>{t('pool.trial_strays', { count: count(trial.strays) })}</li>}
      </ul>
      {rows.length > 0 && <ul className="pool-some">{rows.map((r) => <li key={r.account}><span>{r.name}</span><span className="third">{r.last} · {name(r.owner)}</span></li>)}</ul>}
      <p className="third">{t('pool.as_of', { on: trial.as_of })}</p>
    </div>
  )
}
