// What winloss adds to the shell: the review of deals that have ended, and the way to it from the list of deals.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'winloss:read'

export default {
  name: 'winloss',
  screens: [{ path: '/opportunities/review', grant, view: lazy(() => import('./ReviewScreen')) }],
  panels: [{ slot: 'opportunity.way', order: 40, title: 'winloss.title', grant, view: lazy(() => import('./Way')) }],
} satisfies Feature
