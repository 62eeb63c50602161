import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { useTierName } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import type { StageMap, Tier } from './server'
import { stages, useStage } from './words'

interface Props {
  map: StageMap
  tier: Tier
  stage: number
  onOpen: (tier: Tier, stage: number) => void
}

const tiers = ['MAJOR', 'NAMED', 'NONNAMED', 'MASS', ''] as const

/** step is one of six by the square root of the share of the row: otherwise the many small ones drown the few large. */
const step = (count: number, most: number) => (count === 0 ? 0 : Math.max(1, Math.ceil(Math.sqrt(count / most) * 5)))

/** HeatPanel is how many accounts of which tier stand on which stage; each cell opens them. */
export function HeatPanel({ map, tier, stage, onOpen }: Props) {
  const { t } = useTranslation()
  const figures = useFigures()
  const say = useStage()
  const tierName = useTierName()
  const name = (of: (typeof tiers)[number]) => (of ? tierName(of) : t('development.no_tier'))
  const at = (of: string, on: number) => map.cells.find((c) => c.tier === of && c.stage === on)
  const most = (of: string) => Math.max(1, ...stages.map((on) => at(of, on)?.count ?? 0))
  const table = () => ({
    columns: [t('development.tier'), ...stages.map(say)],
    rows: tiers.map((of) => [name(of), ...stages.map((on) => at(of, on)?.count ?? 0)]),
  })
  return (
    <Panel title={t('development.heat')} subtitle={t('development.heat_say')} sheet={table} note={map.scope === 'own' && t('development.scope_own')}>
      <div className="sheet development-heat" tabIndex={0}>
        <table>
          <thead><tr><th scope="col">{t('development.tier')}</th>{stages.map((on) => <th key={on} scope="col" className="number">{say(on)}</th>)}</tr></thead>
          <tbody>
            {tiers.map((of) => (
              <tr key={of}>
                <th scope="row">{name(of)}</th>
                {stages.map((on) => {
                  const cell = at(of, on), key: Tier = of || 'none', chosen = tier === key && stage === on
                  if (!cell || cell.count === 0) return <td key={on} className="number"><span className="third">0</span></td>
                  return (
                    <td key={on} className="number">
                      <button type="button" className={`development-step-${step(cell.count, most(of))}${chosen ? ' open' : ''}`} aria-pressed={chosen} onClick={() => (chosen ? onOpen('', 0) : onOpen(key, on))}>
                        <b>{figures.count(cell.count)}</b>
                        <small>{[cell.up > 0 && `▲${figures.count(cell.up)}`, cell.down > 0 && `▼${figures.count(cell.down)}`, cell.interrupted > 0 && `✕${figures.count(cell.interrupted)}`].filter(Boolean).join(' ')}</small>
                        <span className="unseen">{name(of)} · {say(on)}</span>
                      </button>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="third">{t('development.heat_legend')}</p>
    </Panel>
  )
}
