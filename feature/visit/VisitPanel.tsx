import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Panel } from '../../ui/kit/Panel'
import { Waiting } from '../../ui/kit/Waiting'
import Briefing from './Briefing'
import { Head } from './Head'
import { Objectives } from './Objectives'
import { Preparation } from './Preparation'
import { Result } from './Result'
import { useVisit } from './server'
import VisitActions from './VisitActions'
import { isHeld, type Sheet } from './visits'

/** VisitPanel is one visit: who meets whom, what for, how ready we are, and what came of it. */
export function VisitPanel({ id }: { id: string }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useVisit(id)
  return (
    <Panel title={data?.name ?? t('visit.visit')} className="visit-open" extra={data && <Link to="/accounts/$id" params={{ id: data.account } as never} className="visit-go">{t('visit.to_account')}</Link>}>
      <Fault error={error} onRetry={() => void refetch()} />
      {data ? <Parts visit={data} /> : !error && <Waiting rows={10} />}
    </Panel>
  )
}

function Parts({ visit }: { visit: Sheet }) {
  return (
    <>
      <div className="visit-parts" tabIndex={0}>
        <Head visit={visit} />
        {isHeld(visit) && <Result visit={visit} />}
        <Objectives visit={visit} />
        {!isHeld(visit) && <Preparation visit={visit} />}
        <Briefing visit={visit.id} />
      </div>
      <VisitActions visit={visit} />
    </>
  )
}
