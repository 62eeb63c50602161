import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { useContacts } from './server'

/** ContactsPanel is how many important customers were contacted this week, as soon as that is recorded. */
export function ContactsPanel() {
  const { t } = useTranslation()
  const { share, count } = useFigures()
  const { data, error, refetch } = useContacts()
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  return (
    <Panel title={t('plan.contacts')} subtitle={t('plan.contacts_says')}>
      {data && <p>{data.contacted == null ? t('plan.contacts_none', { count: count(data.important), from: data.from, until: data.until }) : share(data.share)}</p>}
    </Panel>
  )
}
