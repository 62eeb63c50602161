import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { StateChip, useTierName } from '../../ui/kit/Chip'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import type { Board, Broken } from './server'

/** ViolationsPanel lists where a rule of coverage is broken. */
export function ViolationsPanel({ board }: { board: Board }) {
  const { t } = useTranslation()
  const { count } = useFigures()
  const say = useFault()
  const sheet = () => ({
    columns: [t('coverage.person'), t('coverage.account'), t('coverage.faults')],
    rows: board.violations.map((v) => [v.person, v.name, say(v)]),
  })
  return (
    <Panel title={t('coverage.violations')} subtitle={t('coverage.violations_say', { count: count(board.broken) })} sheet={sheet}>
      {board.violations.length === 0 ? <Empty>{t('coverage.no_violations')}</Empty> : (
        <ul className="coverage-faults" tabIndex={0}>
          {board.violations.map((v) => (
            <li key={`${v.fault}.${v.tier}.${v.user ?? ''}.${v.account ?? ''}`}>
              <StateChip state={v.fault === 'nobody' || v.fault === 'left' ? 'blocked' : 'ask'}>{v.account ? <Link to="/accounts/$id" params={{ id: v.account } as never}>{v.name}</Link> : v.person}</StateChip>
              <span className="second">{say(v)}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function useFault() {
  const { t } = useTranslation()
  const name = useTierName()
  return (v: Broken) => t(`coverage.fault_${v.fault}`, { tier: name(v.tier), have: v.have, most: v.most })
}
