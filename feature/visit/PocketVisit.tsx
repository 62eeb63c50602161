import './visit.css'
import { Link, useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../ui/address'
import { isLost } from '../../ui/away'
import { Fault } from '../../ui/Fault'
import { Empty } from '../../ui/kit/Empty'
import { PageHead } from '../../ui/kit/PageHead'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import { Banner } from './Banner'
import Briefing, { Read } from './Briefing'
import { Head } from './Head'
import { Objectives } from './Objectives'
import Paper, { Page } from './Paper'
import { today, useOnline, usePocket } from './pocketed'
import { Preparation } from './Preparation'
import { PocketReport } from './PocketReport'
import { Result } from './Result'
import { useVisit } from './server'
import { isHeld, type Kept, type Sheet } from './visits'

const VisitActions = lazy(() => import('./VisitActions'))

/** PocketVisit is one visit on a page of its own: to prepare it, to print it, to write down what came of it. */
export default function PocketVisit() {
  const { visit: id = '' } = useParams({ strict: false }) as { visit?: string }
  const { t } = useTranslation()
  const [{ part }] = useAddress({ part: '' })
  const online = useOnline()
  const pocket = usePocket()
  const { data, error, refetch } = useVisit(id)
  const draft = pocket.draft(id), lost = !online || isLost(error)
  const visit: Kept | undefined = data ?? (lost || draft ? pocket.visits(today()).find((v) => v.id === id) ?? draft?.of : undefined)
  if (!visit) return lost ? <><Banner /><Empty>{t('visit.not_kept')}</Empty></> : error ? <Fault error={error} onRetry={() => void refetch()} /> : <Waiting rows={8} />
  if (part === 'briefing') return lost && visit.brief ? <><Banner /><Page brief={{ ...visit.brief, visit }} /></> : <Paper visit={id} />
  if (part === 'report') return <PocketReport key={id} visit={visit} draft={draft} lost={lost} />
  return <Preparing visit={visit} sheet={data} lost={lost} />
}

/** Preparing is the visit before one goes, and after one was there; without network what the phone has kept of it. */
function Preparing({ visit, sheet, lost }: { visit: Kept; sheet?: Sheet; lost: boolean }) {
  const { t } = useTranslation()
  return (
    <div className="visit-pocket visit-one">
      <PageHead title={visit.name}><Link to="/accounts/$id" params={{ id: visit.account } as never}>{t('visit.to_account')}</Link></PageHead>
      {lost && <Banner />}
      <Panel title={t('visit.visit')} className="visit-open">
        <Head visit={visit} />
        {sheet && isHeld(sheet) && <Result visit={sheet} />}
        <Objectives visit={visit} />
        {!isHeld(visit) && <Preparation visit={visit} />}
        {!lost && <Briefing visit={visit.id} />}
        {lost && visit.brief && <Read visit={visit.id} brief={visit.brief} />}
      </Panel>
      {sheet && !lost && <Suspense><VisitActions visit={sheet} /></Suspense>}
    </div>
  )
}
