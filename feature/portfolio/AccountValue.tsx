import './portfolio.css'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../ui/api'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Empty } from '../../ui/kit/Empty'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { Judge } from './Judge'
import { scaleOf, useKindName } from './kinds'
import { useResultName } from './markName'
import { NominationsPanel } from './NominationsPanel'
import { Because, type Card, useCard } from './Reason'
import { ScoreCard } from './ScoreCard'
import { SplitPanel } from './SplitPanel'

/** AccountValue explains every result of an account and shows how they came and went. */
export default function AccountValue({ account }: { account: string }) {
  const { t } = useTranslation()
  const { data: card, error, refetch } = useCard(account)
  const titles = {
    abc: t('portfolio.abc'), rfm: t('portfolio.rfm_score'), grid: t('portfolio.grid'),
    quadrant: t('portfolio.values'), pyramid: t('portfolio.pyramid'), worth: t('portfolio.model_worth'), climb: t('portfolio.model_climb'), card: t('portfolio.model_card'), single: t('portfolio.model_single'), matrix: t('portfolio.model_matrix'), agree: t('portfolio.model_agree'), contribution: t('portfolio.model_contribution'), effort: t('portfolio.model_effort'),
    register: t('portfolio.register'),
  }
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!card) return <Waiting rows={10} />
  return (
    <div className="columns">
      <div className="reasons">
        {card.why.map((why) => <Panel key={why.model} title={titles[why.model]}><Because card={card} why={why} actions={false} /></Panel>)}
      </div>
      <div>
        <SplitPanel card={card} />
        <ScoreCard card={card} />
        <Judgements card={card} />
        <NominationsPanel account={card} />
        <History account={account} />
      </div>
    </div>
  )
}

function Judgements({ card }: { card: Card }) {
  const { t } = useTranslation()
  const figures = useFigures(card.currency)
  const name = useKindName()
  return (
    <Panel title={t('portfolio.judgements')} subtitle={figures.unit} extra={<Judge card={card} />}>
      {card.estimates.length === 0 ? <Empty>{t('portfolio.nobody_judged')}</Empty> : (
        <ul className="notes">
          {card.estimates.map((e) => (
            <li key={e.kind}>
              <span>{name(e.kind)}<small>{t('portfolio.judged', { author: e.by, date: e.on, evidence: e.evidence })} {t('portfolio.stale_on', { date: e.expires })}</small></span>
              <b className="number">{scaleOf(e.kind) ? figures.count(e.value) : figures.sum(e.value)}</b>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function History({ account }: { account: string }) {
  const { t } = useTranslation()
  const said = useResultName()
  const { data, error } = useQuery({
    queryKey: ['portfolio', 'changes', account],
    queryFn: async () => take(await api.GET('/api/accounts/{account}/portfolio/changes', { params: { path: { account } } })),
  })
  return (
    <Panel title={t('portfolio.history')}>
      <Fault error={error} />
      {data?.rows.length === 0 && <Empty>{t('portfolio.no_changes')}</Empty>}
      <ul className="notes">
        {data?.rows.map((c) => (
          <li key={c.model + c.on}>
            <span>{t(`portfolio.model_${c.model}`)}<small>{c.on} · v{c.config}</small></span>
            <span>{c.was && <s className="third">{said(c.model, c.was)}</s>} {c.is && <b className="new">{said(c.model, c.is)}</b>}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
