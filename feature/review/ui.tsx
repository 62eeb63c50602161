// What review adds to the shell: how a month of visits and promises went, and the way there.
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'review:read'

export default {
  name: 'review',
  screens: [{ path: '/visits/review', grant, view: lazy(() => import('./ReviewScreen')) }],
  panels: [{ slot: 'visit.way', order: 50, title: 'review.reviews', grant, view: lazy(() => import('./Way')) }],
} satisfies Feature
