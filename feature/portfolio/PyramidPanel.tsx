import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { useTierName } from '../../ui/kit/Chip'
import { Panel } from '../../ui/kit/Panel'
import { type Answer, useBehind } from './ask'
import { ModelPanel } from './ModelPanel'

/** PyramidPanel asks how many accounts stand on each tier, and what they bring. */
export function PyramidPanel() {
  const { t } = useTranslation()
  return <ModelPanel model="pyramid" title={t('portfolio.pyramid')}>{(answer, stale) => <Tiers pyramid={answer} stale={stale} />}</ModelPanel>
}

function Tiers({ pyramid, stale }: { pyramid: Answer<'pyramid'>; stale: boolean }) {
  const { t } = useTranslation()
  const name = useTierName()
  const figures = useFigures(pyramid.currency)
  const { open } = useBehind()
  const sheet = () => ({
    columns: [t('portfolio.tier'), t('portfolio.accounts'), t('portfolio.part'), t('portfolio.amount_in', { unit: figures.unit }), t('portfolio.share')],
    rows: pyramid.tiers.map((l) => [name(l.tier), l.count, figures.share(l.part), l.amount / 100, figures.share(l.share)]),
  })
  return (
    <Panel title={t('portfolio.pyramid')} subtitle={t('portfolio.pyramid_says')} sheet={sheet} stale={stale} note={!pyramid.shaped && t('portfolio.warn_no_pyramid')}>
      <div className="matrix-box">
        <div className="pyramid">
          <Emblem />
          <div className="pyramid-rows">
            <div><span>{t('portfolio.tier')}</span><span className="number">{t('portfolio.head_accounts')}</span><span className="number">{t('portfolio.head_part')}</span><span className="number">{t('portfolio.head_share')}</span></div>
            {pyramid.tiers.map((layer) => (
              <div key={layer.tier}>
                <b style={{ color: `var(--tier-${layer.tier}-text)` }}>{name(layer.tier)}</b>
                <button type="button" className="link number" aria-label={`${name(layer.tier)} ${layer.count}`} onClick={() => open('pyramid', layer.tier)}>{figures.count(layer.count)}</button>
                <Share part={layer.part} text={figures.share(layer.part, 0)} grey />
                <Share part={layer.share} text={figures.share(layer.share, 0)} />
              </div>
            ))}
          </div>
        </div>
        {pyramid.tray.count > 0 && (
          <div className="legend">
            <button type="button" className="link" onClick={() => open('pyramid', 'tray')}>{t('portfolio.tray_count', { count: figures.count(pyramid.tray.count) })}</button>
            <span>{t('portfolio.tray_tier')}</span>
          </div>
        )}
      </div>
    </Panel>
  )
}

function Share({ part, text, grey }: { part: number; text: string; grey?: boolean }) {
  return (
    <span className="number">
      {text}
      <i className="share"><i style={{ width: `${Math.max(0, part) * 100}%`, background: grey ? 'var(--third)' : undefined }} /></i>
    </span>
  )
}

/** Emblem is only a sign; the true proportions are in the bars beside it. */
function Emblem() {
  const half = (y: number) => 6 + ((y - 22) / 262) * 42
  return (
    <svg viewBox="0 0 100 284" preserveAspectRatio="none" aria-hidden="true">
      {['MAJOR', 'NAMED', 'NONNAMED', 'MASS'].map((tier, i) => {
        const top = 22 + i * 65.5, foot = top + 63.5
        return <polygon key={tier} fill={`var(--tier-${tier})`} points={`${50 - half(top)},${top} ${50 + half(top)},${top} ${50 + half(foot)},${foot} ${50 - half(foot)},${foot}`} />
      })}
    </svg>
  )
}
