// What competitor adds to the shell: its screens beside the deals, rivals on the page of a deal, and who is strong at an account.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'competitor:read'

export default {
  name: 'competitor',
  screens: [
    { path: '/competitors', grant, view: lazy(() => import('./CompetitorsScreen')) },
    { path: '/competitors/grid', grant, view: lazy(() => import('./GridScreen')) },
    { path: '/competitors/$competitor', grant, view: lazy(() => import('./CompetitorScreen')) },
  ],
  panels: [
    { slot: 'opportunity.way', order: 60, title: 'competitor.title', grant, view: lazy(() => import('./Way')) },
    { slot: 'opportunity.panel', order: 30, title: 'competitor.panel', grant, view: lazy(() => import('./DuelPanel')) },
    { slot: 'opportunity.winner', order: 10, title: 'competitor.winner', grant, view: lazy(() => import('./Winner')) },
    { slot: 'development.panel', order: 45, title: 'competitor.front', grant, view: lazy(() => import('./AccountRivals')) },
    { slot: 'development.panel', order: 50, title: 'competitor.grid', grant, view: lazy(() => import('./AccountGrid')) },
  ],
} satisfies Feature
