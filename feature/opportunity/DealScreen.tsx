import './opportunity.css'
import { useParams } from '@tanstack/react-router'
import { Fault } from '../../ui/Fault'
import { Waiting } from '../../ui/kit/Waiting'
import { Slot, usePanels } from '../../ui/Slot'
import { CoursePanel } from './CoursePanel'
import { DealHead } from './DealHead'
import { LinesPanel } from './LinesPanel'
import { PapersPanel } from './PapersPanel'
import { useDeal } from './server'
import { SharesPanel } from './SharesPanel'
import { StageBar } from './StageBar'
import { StepPanel } from './StepPanel'

/** DealScreen is one deal: how it stands, what is thought of it, what it consists of. */
export default function DealScreen() {
  const { opportunity: id = '' } = useParams({ strict: false }) as { opportunity?: string }
  const { data, error, refetch } = useDeal(id)
  const others = usePanels('opportunity.panel')
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting rows={10} />
  return (
    <div className="opportunity-page">
      <DealHead sheet={data} />
      <StageBar sheet={data} />
      {others.length > 0 && <div className="opportunity-thought"><Slot name="opportunity.panel" deal={data.deal} /></div>}
      <div className="opportunity-parts">
        <div className="stack">
          <StepPanel sheet={data} />
          <CoursePanel sheet={data} />
        </div>
        <div className="stack">
          <LinesPanel sheet={data} />
          <SharesPanel sheet={data} />
          <PapersPanel sheet={data} />
        </div>
      </div>
    </div>
  )
}
