import './application.css'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { Boxes, Use } from './Blocks'
import { Gauge } from './Gauge'
import { Projects } from './Projects'
import { type Analysis, type Part, parts, useAnalysis } from './server'

/** AnalysisTab is what is known of a customer, in five parts that each lead to where more is known. */
export default function AnalysisTab({ account }: { account: string }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useAnalysis(account)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  return data ? <Parts account={account} analysis={data} /> : <Panel title={t('application.complete')}><Waiting rows={6} /></Panel>
}

interface Props {
  account: string
  analysis: Analysis
}

function Parts({ account, analysis }: Props) {
  const { t } = useTranslation()
  const figures = useFigures()
  const [part, choose] = useState<Part>('application')
  const share = (p: Part) => (analysis.known[p] == null ? t('application.unknown') : figures.share(analysis.known[p] / 100))
  const table = () => ({ columns: [t('application.of_parts'), t('application.complete')], rows: parts.map((p) => [t(`application.part_${p}`), analysis.known[p] ?? null]) })
  return (
    <div className="stack">
      <Panel title={t('application.complete')} sheet={table}>
        <Gauge analysis={analysis} />
        <div className="application-parts" role="tablist" aria-label={t('application.of_parts')}>
          {parts.map((p) => <button key={p} type="button" role="tab" aria-selected={p === part} onClick={() => choose(p)}><span>{t(`application.part_${p}`)}</span><b>{share(p)}</b></button>)}
        </div>
        <div className="application-part" role="tabpanel" aria-label={t(`application.part_${part}`)}>
          <p className="second">{t(`application.says_${part}`)}</p>
          <Detail account={account} analysis={analysis} part={part} />
        </div>
      </Panel>
      {part === 'application' && <Projects account={account} analysis={analysis} />}
    </div>
  )
}

function Detail({ account, analysis, part }: Props & { part: Part }) {
  const { t } = useTranslation()
  const to = (tab: string, words: string) => <Link to="/accounts/$id" params={{ id: account } as never} search={{ tab } as never}>{words}</Link>
  switch (part) {
    case 'organisation':
    case 'people':
      return to('contact.relations', t('application.see_map'))
    case 'application':
      return <Use analysis={analysis} />
    case 'competitors':
      return <><Rivals analysis={analysis} />{to('opportunity.opportunities', t('application.see_deals'))}</>
    case 'plan':
      return <><Boxes analysis={analysis} /><p>{t('application.action_count', { n: analysis.actions, pending: analysis.pending })} {to('plan.plans', t('application.see_plan'))}</p></>
  }
}

function Rivals({ analysis }: { analysis: Analysis }) {
  const { t } = useTranslation()
  if (analysis.rivals.length === 0) return <p>{t('application.no_rivals')}</p>
  return (
    <ul>
      {analysis.rivals.map((r) => <li key={r.id}><Link to="/competitors/$competitor" params={{ competitor: r.id } as never}>{r.name}</Link> <span className="second">{t('application.rated', { n: r.rated, of: r.of })}</span></li>)}
    </ul>
  )
}
