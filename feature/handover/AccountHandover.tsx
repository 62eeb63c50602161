import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { today } from '../../ui/day'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { useHandovers } from './server'
import { StateMark } from './StateMark'

/** AccountHandover says on the account's page that it changes hands, as long as that is news. */
export default function AccountHandover({ account }: { account: string }) {
  const { t } = useTranslation()
  const { day } = useFigures()
  const [latest] = useHandovers({ account }).data?.pages[0]?.rows ?? []
  if (!latest || latest.state === 'recalled' || (latest.state === 'accepted' && over(latest.until))) return null
  return (
    <Panel title={t('handover.handover')} extra={<Link to="/handovers/$id" params={{ id: latest.id } as never}>{t('handover.open')}</Link>}>
      <p><StateMark handover={latest} /></p>
      <p>{latest.from_name} → <b>{latest.to_name}</b> <span className="third">{day(latest.made)}</span></p>
      {latest.until && <p className="third">{t('handover.stay')} {day(latest.until)}</p>}
    </Panel>
  )
}

const over = (until: string | null) => !until || until < today()
