import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { StateChip } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import type { Reason } from './server'

/** ReasonsPanel counts why deals ended as they did. */
export function ReasonsPanel({ reasons }: { reasons: Reason[] }) {
  const { t } = useTranslation()
  const { count } = useFigures()
  const most = Math.max(1, ...reasons.map((r) => r.deals))
  const said = ({ reason }: Reason) => t(reason ? `opportunity.reason_${reason}` : 'winloss.reason_unsaid')
  const sheet = () => ({ columns: [t('winloss.ending'), t('winloss.reason'), t('winloss.deals')], rows: reasons.map((r) => [t(`winloss.${r.state}`), said(r), r.deals]) })
  return (
    <Panel title={t('winloss.reasons')} sheet={sheet}>
      {reasons.length === 0 ? <Empty>{t('winloss.no_reasons')}</Empty> : (
        <ul className="winloss-reasons">
          {reasons.map((r) => (
            <li key={r.state + r.reason}>
              <StateChip state={r.state === 'won' ? 'ok' : 'blocked'}>{t(`winloss.${r.state}`)}</StateChip>
              <span className="cut">{said(r)}</span>
              <i aria-hidden="true"><u style={{ width: `${(r.deals / most) * 100}%` }} /></i>
              <b>{count(r.deals)}</b>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
