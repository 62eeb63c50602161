import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/kit/Panel'
import { useOnline, useSending, type Written } from './pocketed'

/** Drafts are the reports on this device that have not arrived, and what stands in their way. */
export function Drafts({ drafts }: { drafts: Written[] }) {
  const { t } = useTranslation()
  const online = useOnline()
  const send = useSending()
  if (drafts.length === 0) return null
  const waits = drafts.some((d) => d.state === 'waiting')
  return (
    <Panel title={t('visit.drafts')} subtitle={t('visit.drafts_says')} extra={waits && online && <Button size="small" onClick={() => void send()}>{t('visit.send_now')}</Button>}>
      <ul className="notes">
        {drafts.map((d) => (
          <li key={d.key}>
            <span>{d.of.name}<small className={d.state === 'conflict' || d.state === 'refused' ? 'late' : ''}>{d.fault ?? t(`visit.draft_${d.state}`)}</small></span>
            <Link to={'/visits/$visit' as never} params={{ visit: d.visit } as never} search={{ part: 'report' } as never}>{t('visit.open')}</Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
