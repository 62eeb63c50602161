import { useTranslation } from 'react-i18next'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import type { Step } from '../../ui/kit/stairs'
import { Waterfall } from '../../ui/kit/Waterfall'
import { type Answer, useBehind } from './ask'
import { ModelPanel } from './ModelPanel'
import { TakeAlong } from './TakeAlong'

type Contribution = Answer<'contribution'>

/** ContributionPanel asks what is left of sales after everything that accounts cost. */
export function ContributionPanel() {
  const { t } = useTranslation()
  return <ModelPanel model="contribution" title={t('portfolio.model_contribution')}>{(answer, stale) => <Steps contribution={answer} stale={stale} />}</ModelPanel>
}

function Steps({ contribution: c, stale }: { contribution: Contribution; stale: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures(c.currency)
  const { open } = useBehind()
  let measure = 0
  const steps = c.parts.flatMap(({ name, kind, amount }): Step[] => {
    if (amount === null) return []
    const part = kind === 'cost' && measure > 0 ? figures.share(amount / measure) : undefined
    if (kind === 'sum') measure = amount
    return [{ name: t(`worth.part_${name}`), kind, amount, written: figures.sum(amount), part }]
  })
  const lacking = c.parts.filter((p) => p.amount === null).map((p) => t(`worth.part_${p.name}`))
  const sheet = () => ({
    columns: [t('portfolio.step'), t('portfolio.amount_in', { unit: figures.unit })],
    rows: c.parts.map((p) => [t(`worth.part_${p.name}`), p.amount === null ? t('worth.no_data') : p.amount / 100]),
  })
  const notes = [
    lacking.length > 0 && c.count > 0 && t('worth.missing', { parts: lacking.join(' · ') }),
    c.blank > 0 && t('portfolio.contribution_blank', { count: figures.count(c.blank) }),
    c.unknown > 0 && t('portfolio.contribution_unknown', { count: figures.count(c.unknown) }),
  ].filter(Boolean)
  return (
    <Panel className="contribution" title={t('portfolio.model_contribution')} subtitle={t('worth.contribution_say', { unit: figures.unit, since: c.since, until: c.until })} sheet={sheet} stale={stale}
      extra={<TakeAlong grant="worth:export" path="/api/worth/contribution/export" />} note={notes.length > 0 && notes.join(' ')}>
      <div className="returns-fields">
        {c.grades.map((g) => (
          <button key={g.grade} type="button" className="link" onClick={() => open('contribution', g.grade)}>VAL.{g.grade} <b className="number">{figures.count(g.count)}</b></button>
        ))}
        {c.losses > 0 && <span className="late">{t('portfolio.losses', { count: figures.count(c.losses) })}</span>}
      </div>
      {c.count === 0 ? <Empty>{t('worth.unknown_gross')}</Empty> : <Waterfall steps={steps} label={t('portfolio.model_contribution')} />}
    </Panel>
  )
}
