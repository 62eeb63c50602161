import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/kit/Panel'
import { usePeople } from '../../ui/people'
import type { View, Why } from './server'

/** WhyPanel names everybody who sees the account, with every reason. */
export function WhyPanel({ view }: { view: View }) {
  const { t } = useTranslation()
  const { name } = usePeople()
  const say = useReason()
  const users = [...new Set(view.why.map((w) => w.user))]
  return (
    <Panel title={t('team.why_sees')} subtitle={t('team.why_count', { n: users.length })}>
      <ul className="team-why">
        {users.map((user) => (
          <li key={user}>
            <b>{name(user)}</b>
            <span className="second">{view.why.filter((w) => w.user === user).map(say).join(t('team.and'))}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** useReason says one reason in words. */
function useReason() {
  const { t } = useTranslation()
  const { name } = usePeople()
  return (w: Why) => {
    const words = t(`team.cause_${w.cause}`, { via: name(w.via), region: w.region ?? '', until: w.until ?? '', role: w.role ? t(`team.role_${w.role}`) : t('team.role_none') })
    return w.for ? t('team.cause_for', { name: name(w.for), words }) : words
  }
}
