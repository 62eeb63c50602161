// What application adds to the shell: how well a customer is known, on his page and on that of a deal with him.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'application:read'

export default {
  name: 'application',
  panels: [
    { slot: 'account.tab', order: 27, title: 'application.tab', grant, view: lazy(() => import('./AnalysisTab')) },
    { slot: 'opportunity.panel', order: 70, title: 'application.complete', grant, view: lazy(() => import('./DealPanel')) },
  ],
} satisfies Feature
