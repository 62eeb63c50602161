import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { useContacts } from './server'

/** ContactsPanel is how many important customers were contacted this week, and who is missing. */
export function ContactsPanel() {
  const { t } = useTranslation()
  const { share, count } = useFigures()
  const { data, error, refetch } = useContacts()
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  return (
    <Panel title={t('plan.contacts')} subtitle={t('plan.contacts_says')}>
      {data && <p>{data.important === 0 ? t('plan.contacts_none') : t('plan.contacts_week', { share: share(data.share), contacted: count(data.contacted), important: count(data.important), from: data.from, until: data.until })}</p>}
      {data && data.important > 0 && (
        <ol className="plan-weeks" aria-label={t('plan.contacts_weeks')}>
          {data.weeks.map((week) => <li key={week.from} title={`${week.from} · ${count(week.contacted)}/${count(week.important)}`} style={{ '--share': week.share ?? 0 } as React.CSSProperties}><span>{share(week.share)}</span></li>)}
        </ol>
      )}
      {data && data.missing.length > 0 && (
        <details>
          <summary>{t('plan.contacts_missing', { count: count(data.important - data.contacted) })}</summary>
          <ul className="plan-missing">
            {data.missing.map((one) => (
              <li key={one.id}>
                <Link to="/accounts/$id" params={{ id: one.id } as never}>{one.name}</Link> <small>{one.last ? t('plan.contacts_last', { on: one.last }) : t('plan.contacts_never')}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
}
