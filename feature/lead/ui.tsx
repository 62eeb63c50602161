// What lead adds to the shell: leads, the seven steps to target customers, and the wish list.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'lead:read'

export default {
  name: 'lead',
  screens: [
    { path: '/leads', grant, view: lazy(() => import('./LeadScreen')) },
    { path: '/leads/round', grant, view: lazy(() => import('./RoundScreen')) },
  ],
  panels: [{ slot: 'opportunity.way', order: 5, title: 'lead.leads', grant, view: lazy(() => import('./Way')) }],
} satisfies Feature
