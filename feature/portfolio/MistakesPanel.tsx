import { useTranslation } from 'react-i18next'
import { type Figures, missing, useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { type Answer, useBehind } from './ask'
import { ModelPanel } from './ModelPanel'

type Finding = Answer<'mistakes'>['findings'][number]

/** MistakesPanel asks whether we make one of the five mistakes of key-account marketing. */
export function MistakesPanel() {
  const { t } = useTranslation()
  return <ModelPanel model="mistakes" title={t('portfolio.model_mistake')}>{(answer, stale) => <Findings mistakes={answer} stale={stale} />}</ModelPanel>
}

const listed = ['single', 'neglect', 'big_ticket'] // who they are about may be told to whoever sees the accounts

function Findings({ mistakes, stale }: { mistakes: Answer<'mistakes'>; stale: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures(mistakes.currency)
  const { open } = useBehind()
  const sheet = () => ({
    columns: [t('portfolio.mistake'), t('portfolio.finding'), t('portfolio.accounts'), t('portfolio.evidence')],
    rows: mistakes.findings.map((f) => [t(f.rule), t(f.result), f.count, evidence(f, figures, t)]),
  })
  return (
    <Panel title={t('portfolio.model_mistake')} subtitle={t('portfolio.mistakes_say')} sheet={sheet} stale={stale}>
      <ul className="mistakes">
        {mistakes.findings.map((f) => (
          <li key={f.detector} data-state={f.state}>
            <b>{t(f.result)}</b>
            {f.state === 'yes' && listed.includes(f.detector) && f.count > 0 && (
              <button type="button" className="link" onClick={() => open('mistake', f.detector)}>{t('portfolio.of_accounts', { count: figures.count(f.count) })}</button>
            )}
            <span className="third">{evidence(f, figures, t)}</span>
            <small>{t(f.rule)}</small>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

type T = (key: string) => string

const evidence = (f: Finding, figures: Figures, t: T) =>
  f.inputs.map((i) => `${t(i.key)} ${!i.known ? missing : i.unit === 'share' ? figures.share(i.value) : figures.count(i.value)}`).join(' · ')

/** AgreementPanel asks whom three methods together would make a key account, and how healthy accounts are. */
export function AgreementPanel() {
  const { t } = useTranslation()
  return <ModelPanel model="agreement" title={t('portfolio.model_agree')}>{(answer, stale) => <Verdicts agreement={answer} stale={stale} />}</ModelPanel>
}

function Verdicts({ agreement, stale }: { agreement: Answer<'agreement'>; stale: boolean }) {
  const { t } = useTranslation()
  const figures = useFigures(agreement.currency)
  const { open } = useBehind()
  const rows = [
    { mark: 'propose', tally: agreement.propose }, { mark: 'review', tally: agreement.review },
    ...agreement.health.map((h) => ({ mark: h.field, tally: h })),
  ]
  const sheet = () => ({
    columns: [t('portfolio.finding'), t('portfolio.accounts'), t('portfolio.amount_in', { unit: figures.unit }), t('portfolio.share')],
    rows: rows.map(({ mark, tally }) => [t(`consensus.${mark}`), tally.count, tally.amount / 100, figures.share(tally.share)]),
  })
  return (
    <Panel title={t('portfolio.model_agree')} subtitle={t('portfolio.agree_says')} sheet={sheet} stale={stale}
      note={agreement.missed.count > 0 && t('portfolio.missed', { count: figures.count(agreement.missed.count) })}>
      <div className="grades verdicts">
        <div><span>{t('portfolio.finding')}</span><span className="number">{t('portfolio.head_accounts')}</span><span className="number">{t('portfolio.head_share')}</span></div>
        {rows.map(({ mark, tally }) => (
          <div key={mark}>
            <b>{t(`consensus.${mark}`)}</b>
            <button type="button" className="link number" aria-label={`${t(`consensus.${mark}`)} ${tally.count}`} onClick={() => open('agree', mark)}>{figures.count(tally.count)}</button>
            <span className="number">{figures.share(tally.share, 0)}<i className="share"><i style={{ width: `${Math.max(0, tally.share) * 100}%` }} /></i></span>
          </div>
        ))}
      </div>
    </Panel>
  )
}
