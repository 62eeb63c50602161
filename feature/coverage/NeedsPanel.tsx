import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { StateChip, TierWord, useTierName } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import type { Board } from './server'
import { hours } from './words'

/** NeedsPanel says how many people and hours the tiers ask for, and whether there are enough. */
export function NeedsPanel({ board }: { board: Board }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const name = useTierName()
  const sheet = () => ({
    columns: [t('coverage.tier'), t('coverage.accounts'), t('coverage.people_asked'), t('coverage.hours_asked'), t('coverage.open')],
    rows: board.needs.map((n) => [name(n.tier), n.accounts, n.people, Number(n.hours), n.open]),
  })
  return (
    <Panel title={t('coverage.needs')} subtitle={t('coverage.needs_say')} sheet={sheet} note={board.scope === 'own' && t('coverage.scope_own')}>
      <div className="sheet coverage-rows" tabIndex={0}>
        <table>
          <thead><tr><th scope="col">{t('coverage.tier')}</th><th scope="col" className="number">{t('coverage.accounts')}</th><th scope="col" className="number">{t('coverage.people_asked')}</th><th scope="col" className="number">{t('coverage.hours_asked')}</th></tr></thead>
          <tbody>
            {board.needs.map((n) => (
              <tr key={n.tier}>
                <td><TierWord tier={n.tier} />{n.open > 0 && <small className="third">{t('coverage.open')} {figures.count(n.open)}</small>}</td>
                <td className="number">{figures.count(n.accounts)}</td>
                <td className="number">{figures.count(n.people)}</td>
                <td className="number">{hours(figures, n.hours)}</td>
              </tr>
            ))}
            <tr className="coverage-total">
              <td>{t('coverage.total')}</td>
              <td className="number">{figures.count(board.needs.reduce((sum, n) => sum + n.accounts, 0))}</td>
              <td className="number">{figures.count(board.people)}</td>
              <td className="number">{hours(figures, board.hours)}</td>
            </tr>
          </tbody>
        </table>
      </div>
      <Gap board={board} />
    </Panel>
  )
}

function Gap({ board }: { board: Board }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const gap = board.people - board.have
  const said = gap > 0 ? t('coverage.gap_heads', { count: gap }) : gap < 0 ? t('coverage.gap_spare', { count: -gap }) : t('coverage.gap_none')
  return (
    <p className="coverage-gap">
      <StateChip state={gap > 0 ? 'ask' : 'ok'}>{said}</StateChip>
      <span className="second">{t('coverage.gap_hours', { need: hours(figures, board.hours), have: hours(figures, board.capacity) })}</span>
    </p>
  )
}
