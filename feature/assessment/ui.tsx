// What assessment adds to the page of a deal: the four questions, by what the customer decides, what the data says, and a figure in the header.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'assessment:read'

export default {
  name: 'assessment',
  panels: [
    { slot: 'opportunity.head', order: 10, title: 'assessment.overall', grant, view: lazy(() => import('./OverallHead')) },
    { slot: 'opportunity.panel', order: 10, title: 'assessment.panel', grant, view: lazy(() => import('./AssessmentPanel')) },
    { slot: 'opportunity.panel', order: 40, title: 'assessment.criteria', grant, view: lazy(() => import('./CriteriaPanel')) },
    { slot: 'opportunity.panel', order: 50, title: 'assessment.evidence', grant, view: lazy(() => import('./EvidencePanel')) },
  ],
} satisfies Feature
