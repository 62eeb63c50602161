import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { PlainChip, StateChip } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import { usePeople } from '../../ui/people'
import type { Sheet } from './server'

const look = { waiting: 'ask', granted: 'ok', refused: 'blocked', withdrawn: 'info', lapsed: 'info' } as const

/** History are the limits of an account, the latest first, with what the method said when each was proposed. */
export function History({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const { exact } = useFigures(sheet.currency)
  const { name } = usePeople()
  return (
    <Panel title={t('credit.history_title')} subtitle={sheet.currency}>
      {sheet.limits.length === 0 ? <p className="third">{t('credit.no_history')}</p> : (
        <ul className="notes">
          {sheet.limits.map((l) => (
            <li key={l.id}>
              <span>{t(`credit.kind_${l.kind}`)} <b>{exact(l.amount)}</b> {l.before !== null && <span className="third">{t('credit.was', { amount: exact(l.before) })}</span>}
                <small>{[l.until ? `${l.from} – ${l.until}` : l.from, name(l.by), l.reason].filter(Boolean).join(' · ')}</small></span>
              <span className="credit-bar">{l.decision && <PlainChip outlined>{t(`credit.decision_${l.decision}`)}</PlainChip>}<StateChip state={look[l.state]}>{t(`credit.limit_${l.state}`)}</StateChip></span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
