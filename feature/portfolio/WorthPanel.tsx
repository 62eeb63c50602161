import { useTranslation } from 'react-i18next'
import { type Figures, useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { type Answer, useBehind } from './ask'
import { useMarkName } from './markName'
import { ModelPanel } from './ModelPanel'

type Worth = Answer<'worth'>
type Graded = Worth['classes'][number]

/** WorthPanel asks what accounts are worth by the scorecard, and which are about to rise. */
export function WorthPanel() {
  const { t } = useTranslation()
  return <ModelPanel model="worth" title={t('portfolio.model_worth')}>{(answer, stale) => <Worths worth={answer} stale={stale} />}</ModelPanel>
}

function Worths({ worth, stale }: { worth: Worth; stale: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures(worth.currency)
  const { open } = useBehind()
  const name = useMarkName()
  const sheet = () => ({
    columns: [t('portfolio.class'), t('portfolio.accounts'), t('portfolio.over_time'), t('portfolio.amount_in', { unit: figures.unit }), t('portfolio.share')],
    rows: worth.classes.map((c, k) => [name('worth', c.class), c.count, worth.climbed[k]?.count ?? 0, c.amount / 100, figures.share(c.share)]),
  })
  const apart = [['climb', 'near', worth.near], ['climb', 'P', worth.potential], ['worth', 'incomplete', worth.incomplete]] as const
  return (
    <Panel title={t('portfolio.model_worth')} subtitle={t('portfolio.worth_says')} sheet={sheet} stale={stale}>
      <Grades model="worth" classes={worth.classes} figures={figures} />
      <div className="legend">
        {apart.filter(([, , tally]) => tally.count > 0).map(([model, mark, tally]) => (
          <button key={mark} type="button" className="link" onClick={() => open(model, mark)}>{name(model, mark)} {figures.count(tally.count)}</button>
        ))}
      </div>
    </Panel>
  )
}

/** SinglePanel asks one measure alone, and says how far it leads astray. */
export function SinglePanel() {
  const { t } = useTranslation()
  return <ModelPanel model="single" title={t('portfolio.model_single')}>{(answer, stale) => <Singles single={answer} stale={stale} />}</ModelPanel>
}

function Singles({ single, stale }: { single: Answer<'single'>; stale: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures(single.currency)
  const name = useMarkName()
  const { divergence: d } = single
  const sheet = () => ({
    columns: [t('portfolio.class'), t('portfolio.accounts'), t('portfolio.amount_in', { unit: figures.unit }), t('portfolio.share')],
    rows: single.classes.map((c) => [name('single', c.class), c.count, c.amount / 100, figures.share(c.share)]),
  })
  return (
    <Panel title={t('portfolio.model_single')} subtitle={t('portfolio.single_says', { measure: t(`indicator.${single.by}`) })} sheet={sheet} stale={stale} note={t('portfolio.single_risk')}>
      <Grades model="single" classes={single.classes} figures={figures} />
      <p className={d.warn ? 'legend warned' : 'legend'}>
        {d.compared ? t('portfolio.divergence', { part: figures.share(d.share, 0), differing: figures.count(d.differing), compared: figures.count(d.compared) }) : t('portfolio.nothing_compared')}
      </p>
    </Panel>
  )
}

/** Grades are the classes A to D, each with a bar of its share. */
function Grades({ model, classes, figures }: { model: 'worth' | 'single'; classes: Graded[]; figures: Figures }) {
  const { t } = useTranslation()
  const { open } = useBehind()
  const name = useMarkName()
  return (
    <div className="grades">
      <div><span>{t('portfolio.class')}</span><span className="number">{t('portfolio.head_accounts')}</span><span className="number">{t('portfolio.head_share')}</span></div>
      {classes.map((c) => (
        <div key={c.class}>
          <b>{name(model, c.class)}</b>
          <button type="button" className="link number" aria-label={`${name(model, c.class)} ${c.count}`} onClick={() => open(model, c.class)}>{figures.count(c.count)}</button>
          <span className="number">{figures.share(c.share, 0)}<i className="share"><i style={{ width: `${Math.max(0, c.share) * 100}%` }} /></i></span>
        </div>
      ))}
    </div>
  )
}
